package dev.supportlink.setup.steps;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Instance;
import dev.supportlink.connection.InstanceGate;
import dev.supportlink.connection.SetupType;
import dev.supportlink.secret.Secret;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.secret.SecretVault;
import dev.supportlink.setup.Answers;
import dev.supportlink.setup.InstanceTrial;
import dev.supportlink.setup.PlanContext;
import dev.supportlink.setup.SetupStep;
import dev.supportlink.setup.StepBlocked;
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

/** The instance's integration user: the second half of the instance credential, proven by a real sign-in. */
@ApplicationScoped
public class IntegrationUserStep implements SetupStep {

    private static final int MAX_USER_NAME = 100;
    private static final String USER_FORM =
            "must be the User ID of the integration user at the instance, at most 100 characters";

    @Inject
    InstanceTrial instances;

    @Inject
    InstanceGate gate;

    @Inject
    SecretVault vault;

    @Inject
    OutsideRefusal refusal;

    @Override
    public StepId id() {
        return StepId.INTEGRATION_USER;
    }

    /** In {@code entra} the user is found by the client ID of an application and has no password. */
    @Override
    public boolean serves(SetupType type) {
        return type == SetupType.BASIC;
    }

    @Override
    public List<String> instructions(PlanContext plan) {
        if (plan.withoutInstance()) {
            return List.of(
                    "Without an instance there is nothing to create: SupportLink makes the integration user itself. It may"
                            + " use this connection's incident API and nothing else.");
        }
        return List.of(
                "In the instance: Organization > Users [today: User Administration > Users] > New. You need the role admin"
                        + " or user_admin.",
                "Check Web service access only, and grant the role incident_manager. An existing integration user may be"
                        + " used.",
                "Set a password (Set Password) and make sure that Password needs reset is not checked. Enter user name and"
                        + " password here. SupportLink signs in once to prove them; after a refusal it does not try again by"
                        + " itself, so that the account is not locked.");
    }

    @Override
    public Map<String, Object> values(PlanContext plan) {
        Map<String, Object> values = new LinkedHashMap<>();
        plan.instance().ifPresent(instance -> {
            Connection connection = plan.connection();
            values.put("suggestedUserName", InstanceNames.integrationUser(connection));
            values.put("role", InstanceNames.ROLE);
            values.put("webServiceAccessOnly", true);
            Optional.ofNullable(instance.userName()).ifPresent(name -> values.put("userName", name));
            values.put("links", PortalLinks.users(connection, instance));
            values.put("scripts", InstanceScripts.integrationUser(connection, instance));
        });
        return values;
    }

    @Override
    public List<StepInput> inputs(PlanContext plan) {
        return plan.withoutInstance()
                ? List.of()
                : List.of(
                        StepInput.required("userName", "text"),
                        StepInput.secret("password", true, SecretKind.INSTANCE_USER_PASSWORD),
                        StepInput.required("userIsNew", "boolean"));
    }

    @Override
    public StepChange answer(PlanContext plan, Answers answers, String actor) {
        if (plan.withoutInstance()) {
            answers.finish();
            return StepChange.done(answers.kept());
        }
        String userName = answers.text("userName", true, USER_FORM, IntegrationUserStep::userName)
                .orElse("");
        Optional<Secret> password = answers.secret("password", true, "must be the integration user's password");
        boolean isNew = answers.flag("userIsNew", true).orElse(false);
        answers.finish();
        return signedIn(plan.connection(), userName, password.orElseThrow(), isNew, StepChange.done(answers.kept()));
    }

    private StepChange signedIn(
            Connection connection, String userName, Secret password, boolean isNew, StepChange change) {
        Instance before = Objects.requireNonNull(connection.instance());
        Instance tried = new Instance(before.url(), before.clientId(), userName, isNew);
        Secret clientSecret = vault.open(connection.id(), SecretKind.INSTANCE_CLIENT_SECRET, before.origin())
                .orElseThrow(
                        () -> new StepBlocked(
                                "The client secret of step inbound-client is not stored for this instance; answer that step again."));
        refusal.about("password", () -> instances.signIn(tried, clientSecret, password));
        return change.changing(now -> now.withInstance(tried))
                .storing(SecretKind.INSTANCE_USER_PASSWORD, before.origin(), password, null)
                .then(after -> {
                    gate.open(before.origin(), userName);
                    instances.forget(after);
                });
    }

    private static Optional<String> userName(String text) {
        return text.length() <= MAX_USER_NAME && text.chars().noneMatch(Character::isISOControl)
                ? Optional.of(text)
                : Optional.empty();
    }
}
