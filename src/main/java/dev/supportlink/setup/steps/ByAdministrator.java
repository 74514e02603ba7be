package dev.supportlink.setup.steps;

import dev.supportlink.connection.Instance;
import dev.supportlink.secret.Secret;
import dev.supportlink.setup.Answers;
import dev.supportlink.setup.InstanceAdministration;
import dev.supportlink.setup.InstanceAdministration.Account;
import dev.supportlink.setup.InstanceAdministration.Administrator;
import dev.supportlink.setup.InstanceAdministration.MadeClient;
import dev.supportlink.setup.StepInput;
import dev.supportlink.setup.script.InstanceNames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * What a ServiceNow admin may have SupportLink do at the instance with a name and password given for one request: look
 * whether the integration user is as the guide says, make it, or make the registration. Nothing of them is kept.
 */
@ApplicationScoped
public class ByAdministrator {

    private static final String NAME = "adminUserName";
    private static final String PASSWORD = "adminPassword";

    @Inject
    InstanceAdministration instances;

    @Inject
    OutsideRefusal refusal;

    List<StepInput> inputs() {
        return List.of(StepInput.transientSecret(NAME, false), StepInput.transientSecret(PASSWORD, false));
    }

    /** Both or none; {@code needed} where something is to be made. */
    Optional<Administrator> read(Answers answers, String needed) {
        Optional<Secret> name =
                answers.transientSecret(NAME, false, "must be the User ID of an administrator of the instance");
        Optional<Secret> password = answers.transientSecret(PASSWORD, false, "must be that administrator's password");
        if (name.isPresent() != password.isPresent()) {
            answers.wrong(name.isPresent() ? PASSWORD : NAME, "goes with the other one; give both or neither");
        }
        if (name.isEmpty() && !needed.isEmpty()) {
            answers.wrong(NAME, "is missing; " + needed + " needs the name and password of an administrator");
        }
        return name.flatMap(given -> password.map(secret -> new Administrator(given, secret)));
    }

    Secret newSecret() {
        return instances.newSecret();
    }

    /** Refuses a user who is not as the guide says; flag and role must be right only where the user is new. */
    void check(Instance instance, Administrator administrator, String connectionId) {
        Account account = account(instance, administrator, connectionId)
                .orElseThrow(() -> refusal.because("userName", "user-not-found"));
        refuse(!account.active(), "user-inactive");
        refuse(account.lockedOut(), "user-locked-out");
        refuse(account.passwordNeedsReset(), "user-password-needs-reset");
        refuse(instance.userIsNew() && !account.webServiceAccessOnly(), "not-web-service-only");
        refuse(instance.userIsNew() && !account.roles().contains(InstanceNames.ROLE), "role-missing");
    }

    /** Makes the user, or completes what an attempt before began; never touches a user that somebody else made. */
    void make(Instance instance, Administrator administrator, Secret password, String connectionId) {
        boolean foreign = account(instance, administrator, connectionId)
                .filter(account -> !account.madeForConnection())
                .isPresent();
        if (foreign) {
            throw refusal.because("userName", "instance-user-exists");
        }
        String userName = String.valueOf(instance.userName());
        refusal.about(NAME, () -> instances.makeUser(instance, administrator, userName, password, connectionId));
    }

    MadeClient makeClient(Instance instance, Administrator administrator, String name, String connectionId) {
        return refusal.about(NAME, () -> instances.makeClient(instance, administrator, name, connectionId));
    }

    private Optional<Account> account(Instance instance, Administrator administrator, String connectionId) {
        String userName = String.valueOf(instance.userName());
        return refusal.about(NAME, () -> instances.account(instance, administrator, userName, connectionId));
    }

    private void refuse(boolean wrong, String reason) {
        if (wrong) {
            throw refusal.because("userName", reason);
        }
    }
}
