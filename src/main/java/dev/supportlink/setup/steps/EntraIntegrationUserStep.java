package dev.supportlink.setup.steps;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Instance;
import dev.supportlink.connection.InstanceCredentialChanged;
import dev.supportlink.connection.RestApplications;
import dev.supportlink.connection.SetupType;
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
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The instance's integration user in the set-up type entra: its User ID is the client ID of the REST user application, and
 * a token of that application proves it.
 */
@ApplicationScoped
public class EntraIntegrationUserStep implements SetupStep {

    private static final String USER_ID = "userId";
    private static final String IS_NEW = "userIsNew";

    @Inject
    ByAdministrator administrator;

    @Inject
    InstanceTrial instances;

    @Inject
    OutsideRefusal refusal;

    @Inject
    Event<InstanceCredentialChanged> credentialChanged;

    @Override
    public StepId id() {
        return StepId.INTEGRATION_USER;
    }

    @Override
    public boolean serves(SetupType type) {
        return type == SetupType.ENTRA;
    }

    @Override
    public List<String> instructions(PlanContext plan) {
        if (plan.withoutInstance()) {
            return List.of(
                    "Without an instance there is nothing to create: SupportLink lets the REST user application use this"
                            + " connection's incident API and nothing else.");
        }
        return List.of(
                "In the instance: Organization > Users [today: User Administration > Users] > New. You need the role admin or"
                        + " user_admin.",
                "User ID: the client ID of the REST user application, as shown here. Check Web service access only, and grant"
                        + " the role incident_manager. No password is needed.",
                "Then answer here. SupportLink fetches a token of the REST user application and signs in once with it; after a"
                        + " refusal it does not try again by itself.",
                "To have the account looked at, give adminUserName and adminPassword of an administrator of the instance. They"
                        + " are used in this one request and kept nowhere. Or run one of the scripts shown here.");
    }

    @Override
    public Map<String, Object> values(PlanContext plan) {
        Map<String, Object> values = new LinkedHashMap<>();
        plan.instance().ifPresent(instance -> {
            Optional.ofNullable(plan.connection().restApplications().userClientId())
                    .ifPresent(id -> {
                        values.put(USER_ID, id);
                        values.put("scripts", InstanceScripts.applicationUser(plan.connection(), instance, id));
                    });
            values.put("role", InstanceNames.ROLE);
            values.put("webServiceAccessOnly", true);
            values.put("links", PortalLinks.users(instance));
        });
        return values;
    }

    @Override
    public List<StepInput> inputs(PlanContext plan) {
        return plan.withoutInstance()
                ? List.of()
                : Stream.concat(Stream.of(StepInput.required(IS_NEW, "boolean")), administrator.inputs().stream())
                        .toList();
    }

    @Override
    public StepChange answer(PlanContext plan, Answers answers, String actor) {
        if (plan.withoutInstance()) {
            answers.finish();
            return StepChange.done(answers.kept());
        }
        boolean isNew = answers.flag(IS_NEW, true).orElse(false);
        Optional<Administrator> admin = administrator.read(answers, "");
        answers.finish();
        return signedIn(plan.connection(), isNew, admin, StepChange.done(answers.kept()));
    }

    private StepChange signedIn(
            Connection connection, boolean isNew, Optional<Administrator> admin, StepChange change) {
        Instance before = Objects.requireNonNull(connection.instance());
        RestApplications applications = connection.restApplications();
        if (!applications.complete()) {
            throw new StepBlocked("Answer the steps rest-api-application and rest-user-application first.");
        }
        Instance tried = new Instance(before.url(), applications.apiClientId(), applications.userClientId(), isNew);
        admin.ifPresent(who -> administrator.check(tried, who, connection.id()));
        refusal.about(
                USER_ID, StepId.REST_USER_APPLICATION, () -> instances.signInByToken(connection.withInstance(tried)));
        return change.changing(now -> now.withInstance(tried)).then(after -> {
            instances.forget(after);
            credentialChanged.fire(new InstanceCredentialChanged(after.id()));
        });
    }
}
