package dev.supportlink.setup;

import dev.supportlink.connection.Instance;
import dev.supportlink.secret.Secret;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.secret.SecretVault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells whether an answer is the one that is stored already, secrets included: a repeated request changes nothing. */
@ApplicationScoped
public class StoredAnswers {

    @Inject
    StepCatalogue catalogue;

    @Inject
    SecretVault vault;

    @Inject
    OutboundTrial outboundTrial;

    boolean same(PlanContext context, StepId step, StepAnswer answer) {
        StepRecord record = context.record(step);
        List<StepInput> inputs = catalogue.step(context, step).inputs(context);
        if (step.checks() && !answer.skip()) {
            return answer.answers().isEmpty();
        }
        if (answer.skip()) {
            return record.outcome() == StepOutcome.SKIPPED;
        }
        return record.outcome() == StepOutcome.DONE
                && Answers.withoutNullsAnd(secretNames(inputs), answer.answers())
                        .equals(record.answers())
                && inputs.stream().filter(StepInput::secret).allMatch(input -> same(context, input, answer));
    }

    private boolean same(PlanContext context, StepInput input, StepAnswer answer) {
        if (input.livesInRequestOnly()) {
            return !answer.answers().containsKey(input.name());
        }
        SecretKind kind = java.util.Objects.requireNonNull(input.keptAs());
        Optional<Secret> kept = target(context, kind)
                .flatMap(target -> vault.open(context.connection().id(), kind, target));
        JsonValue given = answer.answers().get(input.name());
        if (given == null || given == JsonValue.NULL) {
            return !input.required();
        }
        return given instanceof JsonString text
                && kept.filter(Secret.of(text.getString())::equals).isPresent();
    }

    private Optional<String> target(PlanContext context, SecretKind kind) {
        return switch (kind) {
            case OUTBOUND_CLIENT_SECRET, REST_API_CLIENT_SECRET, REST_USER_CLIENT_SECRET ->
                Optional.ofNullable(context.connection().tenant().id())
                        .map(id -> outboundTrial.target(context.connection().tenant()));
            case INSTANCE_CLIENT_SECRET, INSTANCE_USER_PASSWORD ->
                context.instance().map(Instance::origin);
        };
    }

    private static Set<String> secretNames(List<StepInput> inputs) {
        return inputs.stream().filter(StepInput::secret).map(StepInput::name).collect(Collectors.toSet());
    }
}
