package dev.supportlink.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportlink.connection.AdminRole;
import dev.supportlink.connection.ConnectionNotFound;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignedInTest {

    private static final String ONE = "one";
    private static final String OTHER = "other";

    @Test
    void wholeTrailIsForOperatorsAndAuditorsOfAll() {
        assertThatCode(() -> user(Role.OPERATOR, null).requireAuditor(null)).doesNotThrowAnyException();
        assertThatCode(() -> user(Role.AUDITOR, null).requireAuditor(null)).doesNotThrowAnyException();
        assertThatThrownBy(() -> user(Role.AUDITOR, ONE).requireAuditor(null)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> user(Role.ENTRA_ADMIN, null).requireAuditor(null))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void trailOfOneConnectionIsForItsAuditorToo() {
        assertThatCode(() -> user(Role.AUDITOR, ONE).requireAuditor(ONE)).doesNotThrowAnyException();
        assertThatThrownBy(() -> user(Role.AUDITOR, ONE).requireAuditor(OTHER)).isInstanceOf(ConnectionNotFound.class);
        assertThatThrownBy(() -> user(Role.ENTRA_ADMIN, ONE).requireAuditor(ONE))
                .isInstanceOf(NotAllowed.class);
    }

    @ParameterizedTest
    @EnumSource(AdminRole.class)
    void handOverIsOneRoleOfOneConnection(AdminRole role) {
        SignedIn holder = SignedIn.by(new HandOverPass("id", ONE, role));

        assertThat(holder.name()).isEqualTo("hand-over:id");
        assertThat(holder.isOperator()).isFalse();
        assertThat(holder.seesAll()).isFalse();
        assertThat(holder.sees(OTHER)).isFalse();
        for (AdminRole any : AdminRole.values()) {
            assertThat(holder.acts(any, ONE)).isEqualTo(any == role);
            assertThat(holder.acts(any, OTHER)).isFalse();
            assertThat(holder.seesStepsOf(any)).isEqualTo(any == role);
        }
        assertThatCode(() -> holder.requireAdmin(ONE)).doesNotThrowAnyException();
        assertThatThrownBy(() -> holder.requireAuditor(ONE)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> holder.requireAdmin(OTHER)).isInstanceOf(ConnectionNotFound.class);
    }

    @Test
    void usersSeeTheStepsOfEveryRole() {
        for (AdminRole any : AdminRole.values()) {
            assertThatCode(() -> user(Role.INSIGHTS_USER, ONE).requireStepsOf(any))
                    .doesNotThrowAnyException();
        }
    }

    private static SignedIn user(Role role, String connection) {
        return new SignedIn("anna", Set.of(new RoleGrant(role, connection)));
    }
}
