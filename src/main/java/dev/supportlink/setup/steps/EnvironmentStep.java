package dev.supportlink.setup.steps;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Environment;
import dev.supportlink.connection.InboundMode;
import dev.supportlink.connection.Instance;
import dev.supportlink.connection.InstanceUrl;
import dev.supportlink.connection.SetupType;
import dev.supportlink.platform.config.ServerSettings;
import dev.supportlink.platform.text.Word;
import dev.supportlink.setup.Answers;
import dev.supportlink.setup.InstanceTrial;
import dev.supportlink.setup.PlanContext;
import dev.supportlink.setup.SetupStep;
import dev.supportlink.setup.StepChange;
import dev.supportlink.setup.StepId;
import dev.supportlink.setup.StepInput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Environment, set-up type, inbound mode, and the instance's URL where it is missing. An inbound mode or a URL that is
 * left out stays as it is.
 */
@ApplicationScoped
public class EnvironmentStep implements SetupStep {

    private static final String TEST = "test";
    private static final String BASIC_ALLOWED = "basicAuthenticationAllowed";
    private static final String MODE = "inboundMode";
    private static final String URL = "instanceUrl";
    private static final String TYPE_FORM = "must be \"yes\" (set-up type basic), \"no\" (entra: callers sign in with"
            + " tokens of Entra ID), or \"insights-only\" (health and solutions only)";
    private static final String MODE_FORM = "must be one of " + Word.choices(InboundMode.class);

    @Inject
    ServerSettings server;

    @Inject
    InstanceTrial instances;

    @Inject
    OutsideRefusal refusal;

    @Override
    public StepId id() {
        return StepId.ENVIRONMENT;
    }

    @Override
    public List<String> instructions(PlanContext plan) {
        return List.of(
                "If this is a test environment, say so (the guide's option This is a test environment). It can be switched"
                        + " off once the set-up and all tests are done.",
                "If your instance allows Basic Authentication for inbound connections, answer yes. Answer no for the"
                        + " guide's Advanced Setup with AAD: callers then sign in with tokens of Entra ID. Answer"
                        + " insights-only for health and solutions without any inbound side.",
                "Inbound mode gateway: callers reach SupportLink, which brings what it accepts to the instance. Mode"
                        + " direct: callers reach the instance itself, and SupportLink sees no incident.",
                "Give the instance's URL if it is not there yet. Without an instance the connection is for evaluation:"
                        + " always test, always gateway; incidents are accepted and held.");
    }

    @Override
    public Map<String, Object> values(PlanContext plan) {
        Connection connection = plan.connection();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("environment", connection.environment().word());
        values.put("setupType", connection.setupType().word());
        values.put(MODE, connection.inboundMode().word());
        plan.instance().ifPresent(instance -> values.put(URL, instance.url().toString()));
        return values;
    }

    @Override
    public List<StepInput> inputs(PlanContext plan) {
        return List.of(
                StepInput.required(TEST, "boolean"),
                StepInput.choice(
                        BASIC_ALLOWED,
                        true,
                        Arrays.stream(SetupType.values())
                                .map(EnvironmentStep::answerFor)
                                .toList()),
                StepInput.choice(
                        MODE,
                        false,
                        Arrays.stream(InboundMode.values()).map(Word::word).toList()),
                StepInput.optional(URL, "url"));
    }

    /** Not once another way has changed what the answer said: giving it again then is a change. */
    @Override
    public boolean holds(PlanContext plan) {
        Connection now = plan.connection();
        JsonObject answers = plan.record(id()).answers();
        boolean test = now.environment() == Environment.TEST;
        return answers.getBoolean(TEST, test) == test
                && answers.getString(BASIC_ALLOWED, "").equals(answerFor(now.setupType()))
                && answers.getString(MODE, now.inboundMode().word())
                        .equals(now.inboundMode().word())
                && (!answers.containsKey(URL)
                        || InstanceUrl.parse(answers.getString(URL), server.sandbox())
                                .equals(plan.instance().map(Instance::url)));
    }

    @Override
    public StepChange answer(PlanContext plan, Answers answers, String actor) {
        boolean test = answers.flag(TEST, true).orElse(true);
        SetupType type = answers.text(BASIC_ALLOWED, true, TYPE_FORM, EnvironmentStep::typeFor)
                .orElse(SetupType.BASIC);
        InboundMode mode = answers.text(MODE, false, MODE_FORM, text -> Word.parse(InboundMode.class, text))
                .orElse(plan.connection().inboundMode());
        @Nullable
        URI url = url(answers).or(() -> plan.instance().map(Instance::url)).orElse(null);
        if (url == null) {
            refuseWithoutInstance(answers, test, mode);
        }
        answers.finish();
        if (url != null) {
            refusal.about(URL, () -> instances.reach(url));
        }
        return StepChange.done(answers.kept())
                .changing(connection -> connection
                        .withEnvironment(test ? Environment.TEST : Environment.PRODUCTION)
                        .withInstance(at(connection.instance(), url))
                        .withSetup(type, mode));
    }

    private Optional<URI> url(Answers answers) {
        return answers.text(
                URL,
                false,
                InstanceUrl.FORM,
                text -> InstanceUrl.parse(text, server.sandbox()),
                text -> InstanceUrl.problem(text, server.sandbox()));
    }

    private static void refuseWithoutInstance(Answers answers, boolean test, InboundMode mode) {
        if (!test) {
            answers.wrong(TEST, "must be true without an instance; give instanceUrl for production");
        }
        if (mode == InboundMode.DIRECT) {
            answers.wrong(MODE, "must be gateway without an instance; give instanceUrl for direct");
        }
    }

    private static @Nullable Instance at(@Nullable Instance before, @Nullable URI url) {
        return url == null || (before != null && before.url().equals(url)) ? before : new Instance(url);
    }

    private static Optional<SetupType> typeFor(String answer) {
        return Arrays.stream(SetupType.values())
                .filter(type -> answerFor(type).equals(answer))
                .findFirst();
    }

    private static String answerFor(SetupType type) {
        return switch (type) {
            case BASIC -> "yes";
            case ENTRA -> "no";
            case INSIGHTS_ONLY -> SetupType.INSIGHTS_ONLY.word();
        };
    }
}
