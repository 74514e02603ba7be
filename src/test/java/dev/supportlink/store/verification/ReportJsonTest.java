package dev.supportlink.store.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.verification.BundledReasons;
import dev.supportlink.verification.CheckDefinition;
import dev.supportlink.verification.CheckResult;
import dev.supportlink.verification.Outcome;
import dev.supportlink.verification.Side;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportJsonTest {

    private static final BundledReasons REASONS = new BundledReasons();

    @Test
    void reportComesBackAsItWasWritten() {
        List<CheckResult> report = List.of(
                line("a", Outcome.passed("fine, \"quoted\" and with an umlaut: ü")),
                line("b", Outcome.failed(REASONS.reason("aadsts-7000215"), "a token", "AADSTS7000215")),
                line("c", Outcome.warning(REASONS.reason("expiry-unknown"), null, null)),
                line("d", Outcome.skipped(REASONS.reason("no-instance"))));

        assertThat(ReportJson.read(ReportJson.write(report))).isEqualTo(report);
    }

    @Test
    void runningVerificationHasAnEmptyReport() {
        assertThat(ReportJson.read(ReportJson.write(List.of()))).isEmpty();
    }

    private static CheckResult line(String id, Outcome outcome) {
        CheckDefinition check = new CheckDefinition(id, "The check " + id, Side.INSTANCE, true, List.of());
        return new CheckResult(check, outcome, Duration.ofMillis(12));
    }
}
