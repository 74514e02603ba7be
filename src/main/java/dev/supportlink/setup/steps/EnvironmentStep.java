package dev.supportlink.setup.steps;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Environment;
import dev.supportlink.connection.InboundMode;
import dev.supportlink.connection.Instance;
import dev.supportlink.connection.InstanceUrl;
import dev.supportlink.connection.SetupType;
import dev.supportlink.platform.config.ServerSettings;
import dev.supportlink.setup.Answers;
import dev.supportlink.setup.InstanceTrial;
import dev.supportlink.setup.PlanContext;
import dev.supportlink.setup.SetupStep;
import dev.supportlink.setup.StepChange;
import dev.supportlink.setup.StepId;
import dev.supportlink.setup.StepInput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Environment, set-up type, inbound mode, and the instance's URL where it is missing. */
@ApplicationScoped
public class EnvironmentStep implements SetupStep {

    private static final String BASIC_FORM =
            "must be \"yes\": this version sets up connections whose instance allows Basic Authentication";
    private static final String MODE_FORM = "must be \"gateway\": this version offers no other inbound mode";

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
                "Say whether the instance allows Basic Authentication for inbound connections.",
                "Give the instance's URL if it is not there yet. Without an instance the connection is for evaluation:"
                        + " incidents are accepted and held.");
    }

    @Override
    public Map<String, Object> values(PlanContext plan) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("environment", plan.connection().environment().word());
        values.put("inboundMode", plan.connection().inboundMode().word());
        plan.instance()
                .ifPresent(instance -> values.put("instanceUrl", instance.url().toString()));
        return values;
    }

    @Override
    public List<StepInput> inputs(PlanContext plan) {
        return List.of(
                StepInput.required("test", "boolean"),
                StepInput.required("basicAuthenticationAllowed", "choice"),
                StepInput.optional("inboundMode", "choice"),
                StepInput.optional("instanceUrl", "url"));
    }

    @Override
    public StepChange answer(PlanContext plan, Answers answers, String actor) {
        boolean test = answers.flag("test", true).orElse(true);
        answers.text("basicAuthenticationAllowed", true, BASIC_FORM, text -> only("yes", text));
        answers.text("inboundMode", false, MODE_FORM, text -> only(InboundMode.GATEWAY.word(), text));
        Optional<URI> typed =
                answers.text("instanceUrl", false, InstanceUrl.FORM, text -> InstanceUrl.parse(text, server.sandbox()));
        @Nullable URI url = typed.or(() -> plan.instance().map(Instance::url)).orElse(null);
        if (url == null && !test) {
            answers.wrong("test", "must be true without an instance; give instanceUrl for production");
        }
        answers.finish();
        if (url != null) {
            refusal.about("instanceUrl", () -> instances.reach(url));
        }
        return StepChange.done(answers.kept()).changing(connection -> changed(connection, test, url));
    }

    private static Connection changed(Connection connection, boolean test, @Nullable URI url) {
        return connection
                .withEnvironment(test ? Environment.TEST : Environment.PRODUCTION)
                .withSetup(SetupType.BASIC, InboundMode.GATEWAY)
                .withInstance(at(connection.instance(), url));
    }

    private static @Nullable Instance at(@Nullable Instance before, @Nullable URI url) {
        if (url == null || (before != null && before.url().equals(url))) {
            return before;
        }
        return new Instance(url);
    }

    private static Optional<String> only(String allowed, String text) {
        return allowed.equals(text) ? Optional.of(text) : Optional.empty();
    }
}
