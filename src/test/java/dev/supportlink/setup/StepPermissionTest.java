package dev.supportlink.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportlink.access.NotAllowed;
import dev.supportlink.access.Role;
import dev.supportlink.access.RoleGrant;
import dev.supportlink.access.SignedIn;
import dev.supportlink.connection.ConnectionNotFound;
import dev.supportlink.platform.problem.InvalidInput;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StepPermissionTest {

    private static final String HERE = "here";

    @Test
    void aUserWhoHoldsTheRoleAnswers() {
        assertThat(StepPermission.actingRole(user(Role.ENTRA_ADMIN, HERE), StepId.ENTRA_APPLICATION, HERE, null))
                .isNull();
    }

    @Test
    void anotherAdminRoleDoesNot() {
        assertThatThrownBy(() -> StepPermission.actingRole(
                        user(Role.SERVICENOW_ADMIN, null), StepId.COMPLETE_INTEGRATION, HERE, null))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("m365-admin");
    }

    @Test
    void anOperatorNamesTheRole() {
        SignedIn operator = user(Role.OPERATOR, null);

        assertThat(StepPermission.actingRole(operator, StepId.ENTRA_APPLICATION, HERE, "entra-admin"))
                .isEqualTo("entra-admin");
        assertThatThrownBy(() -> StepPermission.actingRole(operator, StepId.ENTRA_APPLICATION, HERE, null))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("actingAs");
        assertThatThrownBy(() -> StepPermission.actingRole(operator, StepId.ENTRA_APPLICATION, HERE, "m365-admin"))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> StepPermission.actingRole(operator, StepId.ENTRA_APPLICATION, HERE, "boss"))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void nobodyActsByNamingARoleTheyDoNotHold() {
        assertThatThrownBy(() -> StepPermission.actingRole(
                        user(Role.SERVICENOW_ADMIN, null), StepId.ENTRA_APPLICATION, HERE, "entra-admin"))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void aConnectionWithoutARoleOnItDoesNotExist() {
        assertThatThrownBy(() -> StepPermission.actingRole(
                        user(Role.ENTRA_ADMIN, "elsewhere"), StepId.ENTRA_APPLICATION, HERE, null))
                .isInstanceOf(ConnectionNotFound.class);
    }

    @Test
    void theAuditorReadsAndDoesNotAnswer() {
        assertThatThrownBy(() -> StepPermission.actingRole(user(Role.AUDITOR, null), StepId.CONSENT, HERE, null))
                .isInstanceOf(NotAllowed.class);
    }

    private static SignedIn user(Role role, String connection) {
        return new SignedIn("someone", Set.of(new RoleGrant(role, connection)));
    }
}
