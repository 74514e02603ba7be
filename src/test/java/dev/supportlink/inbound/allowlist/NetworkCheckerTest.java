package dev.supportlink.inbound.allowlist;

import static dev.supportlink.inbound.allowlist.NetworkBench.CONNECTOR;
import static dev.supportlink.inbound.allowlist.NetworkBench.OURS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.inbound.allowlist.LookedUp.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NetworkCheckerTest {

    private final NetworkBench bench = new NetworkBench("52.149.152.32", "40.83.232.243", "10.0.0.0/8");

    @Test
    void closedConnectorIsInformation() {
        NetworkFindings findings = bench.checker().check();

        assertThat(findings.host()).isEqualTo(CONNECTOR);
        assertThat(findings.outcome()).isEqualTo(Outcome.NO_SUCH_HOST);
        assertThat(findings.resolved()).isEmpty();
        assertThat(findings.missing()).isEmpty();
        assertThat(findings.noLongerResolved()).isEmpty();
        assertThat(findings.publicHost()).isEqualTo(OURS);
        assertThat(findings.publicOutcome()).isEqualTo(Outcome.FOUND);
        assertThat(findings.publicResolved()).containsExactly("198.51.100.1");
        assertThat(bench.stored.newest()).contains(findings);
    }

    @Test
    void addressesAreComparedWithTheListBothWays() {
        bench.resolves(CONNECTOR, "52.149.152.32", "10.9.9.9", "203.0.113.7", "2001:db8::7");

        NetworkFindings findings = bench.checker().check();

        assertThat(findings.resolved()).containsExactly("52.149.152.32", "10.9.9.9", "203.0.113.7", "2001:db8::7");
        assertThat(findings.missing()).containsExactly("203.0.113.7", "2001:db8::7");
        assertThat(findings.noLongerResolved()).containsExactly("40.83.232.243");
    }

    @Test
    void unansweredQuestionClaimsNothing() {
        bench.answers(CONNECTOR, Outcome.NO_ANSWER);
        bench.answers(OURS, Outcome.NO_SUCH_HOST);

        NetworkFindings findings = bench.checker().check();

        assertThat(findings.outcome()).isEqualTo(Outcome.NO_ANSWER);
        assertThat(findings.noLongerResolved()).isEmpty();
        assertThat(findings.publicOutcome()).isEqualTo(Outcome.NO_SUCH_HOST);
    }

    @Test
    void onlyOtherFindingsAreAudited() {
        bench.resolves(CONNECTOR, "52.149.152.32", "40.83.232.243");
        bench.checker().check();
        bench.clock.advance(Duration.ofDays(1));
        bench.resolves(CONNECTOR, "52.149.152.32", "40.83.232.243", "10.1.1.1");
        NetworkFindings second = bench.checker().check();
        assertThat(bench.audit.lines()).hasSize(1);
        assertThat(bench.stored.newest()).contains(second);

        bench.resolves(CONNECTOR, "52.149.152.32", "40.83.232.243", "203.0.113.7");
        bench.checker().check();
        bench.checker().check();

        assertThat(bench.audit.lines()).hasSize(2);
        assertThat(bench.audit.lines().get(1))
                .startsWith("job:check-network network-findings-changed")
                .contains("missing=203.0.113.7");
    }
}
