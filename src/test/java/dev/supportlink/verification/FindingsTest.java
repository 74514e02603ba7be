package dev.supportlink.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.verification.Outcome.Verdict;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingsTest {

    private static final BundledReasons REASONS = new BundledReasons();

    @ParameterizedTest
    @CsvSource({
        // verdict, side, mandatory, reason -> entra, refused, unreachable, degraded
        "FAILED,  ENTRA,    true,  aadsts-7000215,          true,  false, false, false",
        "FAILED,  ENTRA,    true,  aadsts-90002,            true,  false, false, false",
        "FAILED,  ENTRA,    true,  aadsts-90033,            false, false, true,  false",
        "FAILED,  ENTRA,    true,  dns,                     false, false, true,  false",
        "FAILED,  INSTANCE, true,  instance-server-error,   false, true,  false, false",
        "FAILED,  INSTANCE, true,  timeout,                 false, false, true,  false",
        "FAILED,  INSTANCE, true,  tls,                     false, false, true,  false",
        "FAILED,  INSTANCE, true,  html-instead-of-json,    false, false, true,  false",
        "FAILED,  INSTANCE, true,  instance-throttled,      false, false, true,  false",
        "FAILED,  INBOUND,  true,  probe-refused,           false, true,  false, false",
        "FAILED,  SECRETS,  true,  secret-expired,          false, true,  false, false",
        "FAILED,  INSTANCE, false, role-missing,            false, false, false, true",
        "FAILED,  GRAPH,    false, timeout,                 false, false, false, true",
        "WARNING, SECRETS,  true,  secret-expires-soon,     false, false, false, true",
        "WARNING, SECRETS,  true,  expiry-unknown,          false, false, false, false",
        "WARNING, ENTRA,    false, permission-missing,      false, false, false, false",
        "SKIPPED, GRAPH,    false, not-permitted-to-read,   false, false, false, false",
        "SKIPPED, INBOUND,  true,  waiting-for-m365-admin,  false, false, false, false",
        "SKIPPED, ENTRA,    true,  earlier-check-failed,    false, false, false, false",
    })
    void oneLineOfTheReport(
            Verdict verdict,
            Side side,
            boolean mandatory,
            String reason,
            boolean entraRefused,
            boolean refused,
            boolean unreachable,
            boolean degraded) {
        CheckDefinition check = new CheckDefinition("a-check", "A check", side, mandatory, List.of());
        Outcome outcome = new Outcome(verdict, reason, "said", null, null, null);

        assertThat(Findings.of(List.of(new CheckResult(check, outcome, Duration.ZERO)), REASONS))
                .isEqualTo(new Findings(entraRefused, refused, unreachable, degraded));
    }

    @Test
    void reportWithoutFailureFindsNothing() {
        CheckDefinition check = new CheckDefinition("a-check", "A check", Side.ENTRA, true, List.of());
        Findings findings =
                Findings.of(List.of(new CheckResult(check, Outcome.passed("fine"), Duration.ZERO)), REASONS);

        assertThat(findings).isEqualTo(new Findings(false, false, false, false));
        assertThat(findings.mandatoryFailed()).isFalse();
    }
}
