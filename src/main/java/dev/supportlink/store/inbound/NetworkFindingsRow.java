package dev.supportlink.store.inbound;

import dev.supportlink.inbound.allowlist.LookedUp.Outcome;
import dev.supportlink.inbound.allowlist.NetworkFindings;
import dev.supportlink.platform.text.Word;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;

/** The one row of {@code network_findings}. */
@Entity
@Table(name = "network_findings")
@NullUnmarked
class NetworkFindingsRow {

    @Id
    String name;

    @Column(name = "found_at")
    Instant foundAt;

    @Column
    String host;

    @Column
    String outcome;

    @Column
    String resolved;

    @Column
    String missing;

    @Column(name = "no_longer_resolved")
    String noLongerResolved;

    @Column(name = "public_host")
    String publicHost;

    @Column(name = "public_outcome")
    String publicOutcome;

    @Column(name = "public_resolved")
    String publicResolved;

    static NetworkFindingsRow of(String name, NetworkFindings findings) {
        NetworkFindingsRow row = new NetworkFindingsRow();
        row.name = name;
        row.foundAt = findings.at();
        row.host = findings.host();
        row.outcome = findings.outcome().word();
        row.resolved = CommaList.text(findings.resolved());
        row.missing = CommaList.text(findings.missing());
        row.noLongerResolved = CommaList.text(findings.noLongerResolved());
        row.publicHost = findings.publicHost();
        row.publicOutcome = findings.publicOutcome().word();
        row.publicResolved = CommaList.text(findings.publicResolved());
        return row;
    }

    NetworkFindings toFindings() {
        return new NetworkFindings(
                foundAt,
                host,
                outcome(outcome),
                items(resolved),
                items(missing),
                items(noLongerResolved),
                publicHost,
                outcome(publicOutcome),
                items(publicResolved));
    }

    private static Outcome outcome(String word) {
        return Word.parse(Outcome.class, word).orElseThrow();
    }

    private static List<String> items(String text) {
        return CommaList.items(text, Function.identity());
    }
}
