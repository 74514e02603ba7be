package dev.supportlink.outbound.testing;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Environment;
import dev.supportlink.connection.HealthRecord;
import dev.supportlink.connection.InboundMode;
import dev.supportlink.connection.Instance;
import dev.supportlink.connection.RestApplications;
import dev.supportlink.connection.SetupState;
import dev.supportlink.connection.SetupType;
import dev.supportlink.connection.Tenant;
import dev.supportlink.platform.text.Ids;
import dev.supportlink.sandbox.instance.InstanceSimulator;
import dev.supportlink.sandbox.instance.InstanceUser;
import dev.supportlink.sandbox.instance.OauthClient;
import dev.supportlink.secret.Secret;
import dev.supportlink.secret.SecretKind;
import java.net.URI;
import java.time.Instant;

/** A connection to a simulated instance: its OAuth client, its integration user and what is stored of them. */
public final class InstanceSite {

    private final InstanceSimulator simulator;
    private final OutboundBeans beans;
    private final OauthClient client;
    private final InstanceUser user;

    /** Sets up a client and a user of their own at the instance. */
    public InstanceSite(InstanceSimulator simulator, OutboundBeans beans) {
        this.simulator = simulator;
        this.beans = beans;
        String name = "svc-" + Ids.next().substring(0, 8);
        this.client = simulator.admin().addOauthEndpoint(name);
        this.user = simulator.admin().addIntegrationUser(name);
    }

    /** The integration user there. */
    public InstanceUser user() {
        return user;
    }

    /** The OAuth API endpoint for external clients there. */
    public OauthClient client() {
        return client;
    }

    /** A connection to the instance with the right credential stored. */
    public Connection connection() {
        return store(connection(simulator.baseUri()));
    }

    /** A connection to any URL with the names of this site and nothing stored. */
    public Connection connection(URI url) {
        return new Connection(
                Ids.next(),
                1,
                "contoso",
                new Tenant("contoso.onmicrosoft.com", null, null),
                new Instance(url, client.clientId(), user.userName(), true),
                SetupType.BASIC,
                Environment.TEST,
                InboundMode.GATEWAY,
                SetupState.COMPLETE,
                HealthRecord.UNCHECKED,
                Instant.EPOCH,
                null,
                RestApplications.NONE,
                Instant.EPOCH,
                null,
                null);
    }

    /** Stores the right credential for the connection's instance. */
    public Connection store(Connection connection) {
        store(connection, SecretKind.INSTANCE_CLIENT_SECRET, client.clientSecret());
        store(connection, SecretKind.INSTANCE_USER_PASSWORD, user.password());
        return connection;
    }

    /** Stores one value for the connection's instance. */
    public void store(Connection connection, SecretKind kind, String value) {
        String origin = connection.instance().origin();
        beans.get(FakeVault.class).store(connection.id(), kind, origin, Secret.of(value), null);
    }

    /** How often somebody tried to sign in at the instance. */
    public int signIns() {
        return simulator.requests().count("POST", "/oauth_token.do");
    }
}
