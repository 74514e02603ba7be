package dev.supportlink.inbound.allowlist;

import dev.supportlink.inbound.allowlist.LookedUp.Outcome;
import dev.supportlink.platform.config.ServerSettings;
import dev.supportlink.platform.net.IpAddress;
import dev.supportlink.testing.AuditNotes;
import dev.supportlink.testing.TestSettings;
import dev.supportlink.testing.TurnableClock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A network checker over name servers that say what the test tells them, and nothing of any other host. */
public final class NetworkBench {

    public static final String CONNECTOR = "connector.rave.microsoft.com";
    public static final String OURS = "support.example.com";

    public final InMemoryAllowList stored;
    public final AuditNotes audit = new AuditNotes();
    final TurnableClock clock = new TurnableClock(Instant.parse("2026-03-01T10:00:00Z"));
    private final Map<String, LookedUp> answers = new HashMap<>();

    public NetworkBench(String... listed) {
        stored = new InMemoryAllowList(false, listed);
        resolves(OURS, "198.51.100.1");
    }

    public void resolves(String host, String... addresses) {
        answers.put(
                host, LookedUp.found(Stream.of(addresses).map(IpAddress::parse).toList()));
    }

    void answers(String host, Outcome outcome) {
        answers.put(host, LookedUp.without(outcome));
    }

    public NetworkChecker checker() {
        NetworkLedger ledger = new NetworkLedger();
        ledger.kept = stored;
        ledger.audit = audit;
        NetworkChecker checker = new NetworkChecker();
        checker.lists = stored;
        checker.names = host -> answers.getOrDefault(host, LookedUp.without(Outcome.NO_SUCH_HOST));
        checker.settings = new AllowListSettings();
        checker.settings.settings = TestSettings.of(Map.of());
        checker.server =
                ServerSettings.over(TestSettings.of(Map.of("supportlink.public-url", "https://" + OURS + ":8443")));
        checker.ledger = ledger;
        checker.clock = clock;
        return checker;
    }
}
