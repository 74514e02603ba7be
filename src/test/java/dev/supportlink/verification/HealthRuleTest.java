package dev.supportlink.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.connection.Health;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthRuleTest {

    @ParameterizedTest(name = "{0} {1} {2} {3}, confirmed {4}, waiting {5}, was {6}: {7}")
    @CsvSource({
        // entra, refused, unreachable, degraded, confirmed, waiting, before -> after
        "false, false, false, false, false, false, UNCHECKED,   HEALTHY",
        "false, false, false, false, false, false, REFUSED,     HEALTHY",
        "false, false, false, false, false, false, UNREACHABLE, HEALTHY",
        "false, false, false, true,  false, false, HEALTHY,     DEGRADED",
        "false, false, false, false, false, true,  UNCHECKED,   WAITING",
        "false, false, false, true,  false, true,  HEALTHY,     WAITING",
        "false, false, true,  false, false, false, HEALTHY,     UNREACHABLE",
        "false, false, true,  true,  false, true,  HEALTHY,     UNREACHABLE",
        "false, true,  false, false, false, false, HEALTHY,     REFUSED",
        "false, true,  true,  true,  false, true,  HEALTHY,     REFUSED",
        // a refusal by Entra ID changes nothing until it is confirmed
        "true,  false, false, false, false, false, HEALTHY,     HEALTHY",
        "true,  false, false, false, false, false, UNCHECKED,   UNCHECKED",
        "true,  false, false, true,  false, true,  DEGRADED,    DEGRADED",
        "true,  false, false, false, true,  false, HEALTHY,     REFUSED",
        "true,  false, true,  false, true,  true,  HEALTHY,     REFUSED",
        // but it hides nothing else
        "true,  true,  false, false, false, false, HEALTHY,     REFUSED",
        "true,  false, true,  false, false, false, HEALTHY,     UNREACHABLE",
    })
    void firstRuleThatAppliesDecides(
            boolean entra,
            boolean refused,
            boolean unreachable,
            boolean degraded,
            boolean confirmed,
            boolean waiting,
            Health before,
            Health after) {
        Findings findings = new Findings(entra, refused, unreachable, degraded);

        assertThat(HealthRule.after(findings, confirmed, waiting, before)).isEqualTo(after);
    }
}
