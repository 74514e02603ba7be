package dev.supportlink.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportlink.connection.ConnectionNotFound;
import java.util.Set;
import org.junit.jupiter.api.Test;

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

    private static SignedIn user(Role role, String connection) {
        return new SignedIn("anna", Set.of(new RoleGrant(role, connection)));
    }
}
