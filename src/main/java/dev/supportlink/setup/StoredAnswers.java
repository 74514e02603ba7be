package dev.supportlink.setup;

import dev.supportlink.connection.InstanceGate;
import dev.supportlink.secret.Secret;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.secret.SecretVault;
import dev.supportlink.secret.ShownSecrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Objects;
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
    InstanceGate gate;

    @Inject
    SecretTargets targets;

    @Inject
    ShownSecrets shown;

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
                && !(step == StepId.INTEGRATION_USER && shutOut(context))
                && catalogue.step(context, step).holds(context)
                && Answers.withoutNullsAnd(secretNames(inputs), answer.answers())
                        .equals(record.answers())
                && inputs.stream().filter(StepInput::secret).allMatch(input -> same(context, input, answer));
    }

    /** Whoever mends an account at the instance gives the same answer again to have it tried: that is no repetition. */
    private boolean shutOut(PlanContext context) {
        return context.instance()
                .flatMap(instance -> Optional.ofNullable(instance.userName())
                        .flatMap(userName -> gate.closedSince(instance.origin(), userName)))
                .isPresent();
    }

    private boolean same(PlanContext context, StepInput input, StepAnswer answer) {
        if (input.livesInRequestOnly()) {
            return !answer.answers().containsKey(input.name());
        }
        SecretKind kind = Objects.requireNonNull(input.keptAs());
        Optional<Secret> kept = targets.of(context.connection(), kind)
                .flatMap(target -> vault.open(context.connection().id(), kind, target));
        JsonValue given = answer.answers().get(input.name());
        if (given == null || given == JsonValue.NULL) {
            return !input.required();
        }
        return given instanceof JsonString text
                && kept.filter(Secret.of(text.getString())::equals).isPresent();
    }

    /** Who enters a stored secret once more may have it shown once more; nothing else changes. */
    void enteredAgain(PlanContext context, StepId step, StepAnswer answer) {
        catalogue.step(context, step).inputs(context).stream()
                .filter(input -> answer.answers().containsKey(input.name()))
                .map(StepInput::keptAs)
                .filter(Objects::nonNull)
                .forEach(kind -> shown.forgetShown(context.connection().id(), kind));
    }

    private static Set<String> secretNames(List<StepInput> inputs) {
        return inputs.stream().filter(StepInput::secret).map(StepInput::name).collect(Collectors.toSet());
    }
}
