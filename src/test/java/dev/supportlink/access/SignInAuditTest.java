package dev.supportlink.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignInAuditTest {

    private final AccessBeans beans = new AccessBeans();

    @Test
    void aGuesserCannotFillTheTrail() {
        for (int i = 0; i < 1000; i++) {
            beans.signInAudit.throttled("anna", "a");
        }
        assertThat(beans.audit.entries).hasSize(SignInAudit.MOST_A_MINUTE);

        beans.clock.advance(Duration.ofMinutes(1));
        beans.signInAudit.refused("anna", "a");

        assertThat(beans.audit.entries).hasSize(SignInAudit.MOST_A_MINUTE + 1);
        assertThat(beans.audit.entries.get(SignInAudit.MOST_A_MINUTE).detail())
                .containsEntry("leftOutBefore", Integer.toString(1000 - SignInAudit.MOST_A_MINUTE));
    }

    @Test
    void endlessNamesAreCut() {
        beans.signInAudit.refused("x".repeat(1500), "a");

        assertThat(beans.audit.entries.get(0).detail().get("name")).hasSize(100);
    }
}
