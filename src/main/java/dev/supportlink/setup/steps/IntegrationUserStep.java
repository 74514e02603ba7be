package dev.supportlink.setup.steps;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Instance;
import dev.supportlink.connection.InstanceGate;
import dev.supportlink.connection.SetupType;
import dev.supportlink.secret.Secret;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.secret.SecretVault;
import dev.supportlink.setup.Answers;
import dev.supportlink.setup.InstanceAdministration.Administrator;
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
import java.util.stream.Stream;

/** The instance's integration user: the second half of the instance credential, proven by a real sign-in. */
@ApplicationScoped
public class IntegrationUserStep implements SetupStep {

    private static final int MAX_USER_NAME = 100;
    private static final String USER_FORM =
            "must be the User ID of the integration user at the instance, at most 100 characters";

    private static final String CREATE = "createUser";

    @Inject
    InstanceTrial instances;

    @Inject
    ByAdministrator administrator;

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
                        + " itself, so that the account is not locked.",
                "To have the account looked at, give adminUserName and adminPassword of an administrator of the instance:"
                        + " SupportLink then sees whether the user exists, has Web service access only and the role"
                        + " incident_manager. With createUser: true it makes the user; then no password is needed. Both are"
                        + " used in this one request and kept nowhere. Or run one of the scripts shown here.");
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
                : Stream.concat(
                                Stream.of(
                                        StepInput.required("userName", "text"),
                                        StepInput.secret("password", true, SecretKind.INSTANCE_USER_PASSWORD),
                                        StepInput.required("userIsNew", "boolean"),
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
        String userName = answers.text("userName", true, USER_FORM, IntegrationUserStep::userName)
                .orElse("");
        boolean create = answers.flag(CREATE, false).orElse(false);
        Optional<Secret> password = answers.secret("password", !create, "must be the integration user's password");
        boolean isNew = answers.flag("userIsNew", !create).orElse(create);
        Optional<Administrator> admin = administrator.read(answers, create ? CREATE : "");
        if (create && !isNew) {
            answers.wrong("userIsNew", "must be true or absent beside " + CREATE + ": a user that is made is new");
        }
        answers.finish();
        Instance before = Objects.requireNonNull(plan.connection().instance());
        Instance tried = new Instance(before.url(), before.clientId(), userName, isNew);
        Secret clientSecret = clientSecret(plan.connection(), before);
        Secret proven = prepared(plan.connection(), tried, admin, create, password);
        return signedIn(tried, clientSecret, proven, StepChange.done(answers.kept()));
    }

    /** The password to prove, after an administrator's look at the user, or after the user was made. */
    private Secret prepared(
            Connection connection,
            Instance tried,
            Optional<Administrator> admin,
            boolean create,
            Optional<Secret> password) {
        Secret value = password.orElseGet(administrator::newSecret);
        admin.ifPresent(who -> {
            if (create) {
                administrator.make(tried, who, value, connection.id());
            }
            administrator.check(tried, who, connection.id());
        });
        return value;
    }

    private Secret clientSecret(Connection connection, Instance instance) {
        return vault.open(connection.id(), SecretKind.INSTANCE_CLIENT_SECRET, instance.origin())
                .orElseThrow(
                        () -> new StepBlocked(
                                "The client secret of step inbound-client is not stored for this instance; answer that step again."));
    }

    private StepChange signedIn(Instance tried, Secret clientSecret, Secret password, StepChange change) {
        refusal.about("password", () -> instances.signIn(tried, clientSecret, password));
        return change.changing(now -> now.withInstance(tried))
                .storing(SecretKind.INSTANCE_USER_PASSWORD, tried.origin(), password, null)
                .then(after -> {
                    gate.open(tried.origin(), String.valueOf(tried.userName()));
                    instances.forget(after);
                });
    }

    private static Optional<String> userName(String text) {
        return text.length() <= MAX_USER_NAME && text.chars().noneMatch(Character::isISOControl)
                ? Optional.of(text)
                : Optional.empty();
    }
}
