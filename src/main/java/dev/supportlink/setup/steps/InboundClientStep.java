package dev.supportlink.setup.steps;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Instance;
import dev.supportlink.secret.Secret;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.setup.Answers;
import dev.supportlink.setup.InstanceAdministration.Administrator;
import dev.supportlink.setup.InstanceAdministration.MadeClient;
import dev.supportlink.setup.PlanContext;
import dev.supportlink.setup.SetupStep;
import dev.supportlink.setup.StepChange;
import dev.supportlink.setup.StepId;
import dev.supportlink.setup.StepInput;
import dev.supportlink.setup.script.InstanceNames;
import dev.supportlink.setup.script.InstanceScripts;
import dev.supportlink.setup.script.PortalLinks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The instance's OAuth API endpoint for external clients: the first half of the instance credential. */
@ApplicationScoped
public class InboundClientStep implements SetupStep {

    private static final int MAX_CLIENT_ID = 100;
    private static final String CLIENT_ID_FORM =
            "must be the Client ID of the registration at the instance: at most 100 characters without spaces";

    private static final String CREATE = "createRegistration";

    @Inject
    ByAdministrator administrator;

    @Override
    public StepId id() {
        return StepId.INBOUND_CLIENT;
    }

    @Override
    public List<String> instructions(PlanContext plan) {
        if (plan.withoutInstance()) {
            return List.of(
                    "Without an instance there is nothing to create: SupportLink makes the inbound client itself.");
        }
        return List.of(
                "In the instance: Settings > Developer > Applications: Global [today: the application picker, scope Global].",
                "System OAuth > Application Registry > New > Create an OAuth API endpoint for external clients. Enter the"
                        + " name shown here and leave all other fields with their default values. You need the role admin or"
                        + " oauth_admin.",
                "Open the saved row and copy its Client ID and Client Secret. An existing registration may be used.",
                "Or run one of the scripts shown here, or send createRegistration: true with adminUserName and adminPassword of"
                        + " an administrator of the instance: SupportLink then makes the row itself, in this one request, and"
                        + " keeps neither of them.");
    }

    @Override
    public Map<String, Object> values(PlanContext plan) {
        Map<String, Object> values = new LinkedHashMap<>();
        plan.instance().ifPresent(instance -> {
            Connection connection = plan.connection();
            values.put("name", InstanceNames.inboundClient(connection));
            Optional.ofNullable(instance.clientId()).ifPresent(clientId -> values.put("clientId", clientId));
            values.put("links", PortalLinks.registry(connection, instance));
            values.put("scripts", InstanceScripts.inboundClient(connection, instance));
        });
        return values;
    }

    @Override
    public List<StepInput> inputs(PlanContext plan) {
        return plan.withoutInstance()
                ? List.of()
                : Stream.concat(
                                Stream.of(
                                        StepInput.required("clientId", "text"),
                                        StepInput.secret("clientSecret", true, SecretKind.INSTANCE_CLIENT_SECRET),
                                        StepInput.optional("existing", "boolean"),
                                        StepInput.optional(CREATE, "boolean")),
                                administrator.inputs().stream())
                        .toList();
    }

    @Override
    public StepChange answer(PlanContext plan, Answers answers, String actor) {
        if (plan.withoutInstance()) {
            answers.finish();
            return StepChange.done(answers.kept());
        }
        boolean create = answers.flag(CREATE, false).orElse(false);
        Optional<String> clientId = answers.text("clientId", !create, CLIENT_ID_FORM, InboundClientStep::clientId);
        Optional<Secret> secret =
                answers.secret("clientSecret", !create, "must be the Client Secret of the same registration");
        answers.flag("existing", false);
        Optional<Administrator> admin = administrator.read(answers, create ? CREATE : "");
        refuseUnused(answers, create, admin.isPresent(), clientId.isPresent() || secret.isPresent());
        answers.finish();
        Instance instance = plan.instance().orElseThrow();
        MadeClient client = create
                ? administrator.makeClient(
                        instance,
                        admin.orElseThrow(),
                        InstanceNames.inboundClient(plan.connection()),
                        plan.connection().id())
                : new MadeClient(clientId.orElseThrow(), secret.orElseThrow());
        return StepChange.done(answers.kept())
                .changing(connection -> connection.withInstance(withClient(connection.instance(), client.clientId())))
                .storing(SecretKind.INSTANCE_CLIENT_SECRET, instance.origin(), client.clientSecret(), null);
    }

    private static void refuseUnused(Answers answers, boolean create, boolean admin, boolean typed) {
        if (create && typed) {
            answers.wrong(CREATE, "must be false or absent beside clientId and clientSecret");
        }
        if (!create && admin) {
            answers.wrong("adminUserName", "is used with " + CREATE + ": true only");
        }
    }

    private static Instance withClient(@org.jspecify.annotations.Nullable Instance instance, String clientId) {
        Instance now = Objects.requireNonNull(instance);
        return new Instance(now.url(), clientId, now.userName(), now.userIsNew());
    }

    private static Optional<String> clientId(String text) {
        boolean fits = text.length() <= MAX_CLIENT_ID && text.chars().noneMatch(Character::isWhitespace);
        return fits ? Optional.of(text) : Optional.empty();
    }
}
