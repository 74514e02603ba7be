package dev.supportlink.inbound;

import dev.supportlink.audit.AuditTrail;
import dev.supportlink.inbound.TokenDecision.Granted;
import dev.supportlink.platform.config.Settings;
import dev.supportlink.secret.Secret;
import dev.supportlink.testing.InMemoryConnections;
import dev.supportlink.testing.RecordedEvents;
import dev.supportlink.testing.TurnableClock;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.function.UnaryOperator;

/** The feature's beans, wired over memory and a clock that the test turns. */
public final class InboundBeans {

    static final String CONNECTION = "0123456789abcdef0123456789abcdef";
    static final String ADDRESS = "203.0.113.7";

    /** One line of the audit trail. */
    record AuditLine(String actor, String action, String connectionId, Map<String, String> detail) {}

    final TurnableClock clock = new TurnableClock(Instant.parse("2026-03-01T10:00:00Z"));
    final FakeHasher hasher = new FakeHasher();
    final InMemoryConnections connections = new InMemoryConnections();
    final InMemoryIdentities identities = new InMemoryIdentities();
    final InMemoryTokens tokens = new InMemoryTokens(identities);
    final InMemoryProbes tickets = new InMemoryProbes();
    final ManualScheduler scheduler = new ManualScheduler();
    final List<AuditLine> audit = new ArrayList<>();

    final IdentityRegistry registry = new IdentityRegistry();
    final TokenIssuer issuer = new TokenIssuer();
    final TokenRevoker revoker = new TokenRevoker();
    final IssuedBearerTokens bearers = new IssuedBearerTokens();
    final InboundProbe probe = new InboundProbe();
    final InboundClients clients = new InboundClients();
    final RefusalJournal journal = new RefusalJournal();
    final FailureThrottle throttle = new FailureThrottle();
    final RecordedEvents<TokensEnded> ended = new RecordedEvents<>(bearers::whenTokensEnd);
    private final UseRecorder uses = new UseRecorder();

    public InboundBeans() {
        registry.identities = identities;
        registry.hasher = hasher;
        registry.clock = clock;
        uses.executor = scheduler;
        uses.identities = identities;
        uses.clock = clock;
        uses.open();
        journal.executor = scheduler;
        journal.audit = trail();
        throttle.settings = Settings.over(new SmallRyeConfigBuilder().build());
        throttle.clock = clock;
        throttle.open();
        wireTokens();
        wireProbe();
    }

    /** What the completion sheet sees of this feature. */
    public InboundIdentities identities() {
        return registry;
    }

    /** What an operator may do with inbound clients. */
    public InboundClients clients() {
        return clients;
    }

    /** The connections that this feature looks at. */
    public InMemoryConnections connections() {
        return connections;
    }

    public TurnableClock clock() {
        return clock;
    }

    public RefusalJournal journal() {
        return journal;
    }

    public UseRecorder uses() {
        return uses;
    }

    /** Runs work at once on the caller's thread. */
    public ExecutorService executor() {
        return scheduler;
    }

    /** What the audit trail was told, one line each: {@code connection detail}. */
    public List<String> audited() {
        return audit.stream()
                .map(line -> line.connectionId() + " " + new TreeMap<>(line.detail()))
                .toList();
    }

    public Optional<Instant> lastCallAt(String connectionId) {
        return identities.lastCallAt(connectionId);
    }

    private void wireTokens() {
        ClientAuthenticator clients = new ClientAuthenticator();
        clients.identities = identities;
        clients.probes = probe;
        clients.hasher = hasher;
        issuer.clients = clients;
        issuer.passwords = passwords();
        issuer.refreshes = refreshes();
        issuer.clientSignIns = clientSignIns();
        issuer.probes = probeSignIn();
        issuer.throttle = throttle;
        issuer.journal = journal;
        revoker.tokens = tokens;
        revoker.hasher = tokenHasher();
        revoker.ended = ended;
        bearers.tokens = tokens;
        bearers.uses = uses;
        bearers.hasher = tokenHasher();
        bearers.clock = clock;
        bearers.open();
        this.clients.connections = connections;
        this.clients.identities = identities;
        this.clients.audit = trail();
        this.clients.ended = ended;
    }

    private void wireProbe() {
        probe.identities = identities;
        probe.tickets = tickets;
        probe.hasher = hasher;
        probe.clock = clock;
    }

    private PasswordSignIn passwords() {
        PasswordSignIn passwords = new PasswordSignIn();
        passwords.identities = identities;
        passwords.mint = mint();
        passwords.writer = writer();
        passwords.uses = uses;
        passwords.hasher = hasher;
        passwords.clock = clock;
        return passwords;
    }

    private TokenRefresh refreshes() {
        TokenRefresh refreshes = new TokenRefresh();
        refreshes.exchange = new RefreshExchange();
        refreshes.exchange.tokens = tokens;
        refreshes.exchange.mint = mint();
        refreshes.exchange.writer = writer();
        refreshes.exchange.transaction = transaction();
        refreshes.exchange.hasher = tokenHasher();
        refreshes.families = new TokenFamilies();
        refreshes.families.tokens = tokens;
        refreshes.families.audit = trail();
        refreshes.families.endings = ended;
        refreshes.uses = uses;
        refreshes.clock = clock;
        return refreshes;
    }

    private ClientSignIn clientSignIns() {
        ClientSignIn signIns = new ClientSignIn();
        signIns.mint = mint();
        signIns.writer = writer();
        signIns.uses = uses;
        signIns.clock = clock;
        return signIns;
    }

    private AuditTrail trail() {
        return (actor, action, connection, detail) ->
                audit.add(new AuditLine(actor, action, connection, Map.copyOf(detail)));
    }

    /** Removes everything that nobody can use any more; answers how many rows. */
    int purge() {
        Purge purge = new Purge(tokens, clock.instant());
        int removed = 0;
        for (Optional<Leftovers> next = purge.next(); next.isPresent(); next = purge.next()) {
            removed += tokens.remove(next.get());
        }
        return removed;
    }

    /** As an operator does it. */
    void terms(String connectionId, UnaryOperator<ClientTerms> change) {
        identities.saveTerms(
                connectionId,
                change.apply(identities.find(connectionId).orElseThrow().terms()));
    }

    private ProbeSignIn probeSignIn() {
        ProbeSignIn probes = new ProbeSignIn();
        probes.probes = probe;
        probes.mint = mint();
        probes.writer = writer();
        probes.clock = clock;
        return probes;
    }

    private TokenMint mint() {
        TokenMint mint = new TokenMint();
        mint.hasher = tokenHasher();
        return mint;
    }

    private TokenHasher tokenHasher() {
        TokenHasher tokenHasher = new TokenHasher();
        tokenHasher.hasher = hasher;
        return tokenHasher;
    }

    private TokenWriter writer() {
        TokenWriter writer = new TokenWriter();
        writer.tokens = tokens;
        writer.transaction = transaction();
        return writer;
    }

    private TokenTransaction transaction() {
        TokenTransaction transaction = new TokenTransaction();
        transaction.tokens = tokens;
        transaction.identities = identities;
        return transaction;
    }

    /** A caller of a connection, with fresh values for both secrets. */
    Caller caller(String connectionId) {
        InboundIdentity identity = registry.prepare(connectionId);
        return new Caller(
                this,
                identity,
                registry.makeValue(connectionId, InboundSecret.INBOUND_CLIENT_SECRET),
                registry.makeValue(connectionId, InboundSecret.INTEGRATION_USER_PASSWORD));
    }

    /** Who knows a connection's names and one value of each secret. */
    record Caller(InboundBeans beans, InboundIdentity identity, Secret clientSecret, Secret password) {

        TokenDecision signIn() {
            return decide(new TokenGrant.Password(identity.userName(), password));
        }

        Granted signedIn() {
            return (Granted) signIn();
        }

        TokenDecision refresh(Secret refreshToken) {
            return decide(new TokenGrant.Refresh(refreshToken));
        }

        TokenDecision clientAlone() {
            return decide(new TokenGrant.ClientAlone());
        }

        TokenDecision decide(TokenGrant grant) {
            return beans.issuer.decide(
                    new TokenOrder(new ClientCredentials(identity.clientId(), clientSecret), grant, ADDRESS));
        }

        Caller withClientSecret(Secret other) {
            return new Caller(beans, identity, other, password);
        }

        Caller withPassword(Secret other) {
            return new Caller(beans, identity, clientSecret, other);
        }

        Caller withIdentity(InboundIdentity other) {
            return new Caller(beans, other, clientSecret, password);
        }
    }
}
