package dev.supportlink.inbound.entra;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.InboundMode;
import dev.supportlink.connection.SetupType;
import dev.supportlink.inbound.InboundBeans;
import dev.supportlink.testing.AuditNotes;
import dev.supportlink.testing.Connections;
import dev.supportlink.testing.InMemoryConnections;
import dev.supportlink.testing.TestSettings;
import dev.supportlink.testing.TurnableClock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/** The beans of this package, wired over memory and a clock that the test turns; one connection is registered. */
final class EntraBeans {

    static final String ADDRESS = "203.0.113.7";

    final InboundBeans inbound = new InboundBeans();
    final TurnableClock clock = inbound.clock();
    final EntraSide entra = new EntraSide(clock);
    final InMemoryConnections connections = new InMemoryConnections();
    final InMemoryEntraCallers registered = new InMemoryEntraCallers();
    final FakeKeySource source = new FakeKeySource();
    final AuditNotes audit = new AuditNotes();
    final EntraCallers callers = new EntraCallers();
    final TenantKeys keys = new TenantKeys();
    final EntraBearerTokens bearers = new EntraBearerTokens();
    final String connectionId;

    EntraBeans() {
        this(Map.of());
    }

    EntraBeans(Map<String, String> settings) {
        callers.callers = registered;
        callers.connections = connections;
        EntraVerifier verifier = new EntraVerifier();
        verifier.callers = callers;
        verifier.tenants = keys;
        verifier.clock = clock;
        bearers.verifier = verifier;
        bearers.uses = inbound.uses();
        bearers.journal = inbound.journal();
        bearers.clock = clock;
        bearers.open();
        wireKeys(settings);
        publish(TokenVersion.V1, EntraSide.V1_KEY);
        publish(TokenVersion.V2, EntraSide.V2_KEY);
        connectionId = register();
    }

    private void wireKeys(Map<String, String> settings) {
        EntraKeySettings keySettings = new EntraKeySettings();
        keySettings.settings = TestSettings.of(settings);
        keys.executor = inbound.executor();
        keys.source = source;
        keys.settings = keySettings;
        keys.audit = audit;
        keys.clock = clock;
        keys.open();
    }

    private String register() {
        Connection connection = Connections.basic().withSetup(SetupType.ENTRA, InboundMode.GATEWAY);
        connections.add(connection);
        callers.register(connection.id(), new EntraCaller(EntraSide.API, List.of(EntraSide.API_URI), EntraSide.USER));
        return connection.id();
    }

    EntraBeans fetchingOn(ExecutorService executor) {
        keys.executor = executor;
        return this;
    }

    void publish(TokenVersion version, com.nimbusds.jose.jwk.RSAKey... published) {
        source.published.put(EntraSide.publisher(version), EntraSide.publishes(version, published));
    }

    boolean accepts(String token) {
        try {
            return bearers.callerOf(token, () -> ADDRESS).isPresent();
        } catch (EntraKeysMissing unknown) {
            return false;
        }
    }

    /** The reason of the latest refusal. */
    String reason() {
        List<String> lines = inbound.audited();
        String last = lines.isEmpty() ? "none" : lines.get(lines.size() - 1);
        return last.replaceAll(".*reason=([a-z-]+).*", "$1");
    }

    void change(java.util.function.UnaryOperator<Connection> change) {
        connections.save(change.apply(connections.get(connectionId)));
    }
}
