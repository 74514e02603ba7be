package dev.supportlink.outbound.testing;

import dev.supportlink.connection.Cloud;
import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Environment;
import dev.supportlink.connection.HealthRecord;
import dev.supportlink.connection.InboundMode;
import dev.supportlink.connection.RestApplications;
import dev.supportlink.connection.SetupState;
import dev.supportlink.connection.SetupType;
import dev.supportlink.connection.Tenant;
import dev.supportlink.platform.text.Ids;
import dev.supportlink.sandbox.entra.Application;
import dev.supportlink.sandbox.entra.EntraSimulator;
import dev.supportlink.secret.Secret;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.setup.OutboundTrial;
import java.time.Duration;
import java.time.Instant;

/** A tenant of its own at a simulated Entra ID, with an application and a connection that uses it. */
public final class TenantSite {

    private final OutboundBeans beans;
    private final dev.supportlink.sandbox.entra.Tenant tenant;
    private final Application application;
    private final String domain = Ids.next().substring(0, 12) + ".onmicrosoft.com";
    private final String clientSecret;

    /** Makes tenant, application and secret at Entra ID. */
    public TenantSite(EntraSimulator entra, OutboundBeans beans) {
        this.beans = beans;
        this.tenant = entra.addTenant("Contoso", domain, "mail-" + domain);
        this.application = tenant.register("SupportLink");
        this.clientSecret = application.addSecret("first", Duration.ofDays(90)).value();
    }

    /** The tenant at Entra ID. */
    public dev.supportlink.sandbox.entra.Tenant remote() {
        return tenant;
    }

    /** The application registration. */
    public Application application() {
        return application;
    }

    /** The value of its secret. */
    public Secret clientSecret() {
        return Secret.of(clientSecret);
    }

    /** The domain that was typed. */
    public String domain() {
        return domain;
    }

    /** The tenant as set-up resolved it. */
    public Tenant tenant() {
        return new Tenant(domain, tenant.id(), Cloud.GLOBAL);
    }

    /** A connection with the right secret stored. */
    public Connection connection() {
        Connection connection = new Connection(
                Ids.next(),
                1,
                "contoso",
                tenant(),
                null,
                SetupType.BASIC,
                Environment.TEST,
                InboundMode.GATEWAY,
                SetupState.COMPLETE,
                HealthRecord.UNCHECKED,
                Instant.EPOCH,
                application.appId(),
                RestApplications.NONE,
                Instant.EPOCH,
                null,
                null);
        store(connection, clientSecret());
        return connection;
    }

    /** Stores a secret for the connection's tenant. */
    public void store(Connection connection, Secret value) {
        String target = beans.get(OutboundTrial.class).target(connection.tenant());
        beans.get(FakeVault.class).store(connection.id(), SecretKind.OUTBOUND_CLIENT_SECRET, target, value, null);
    }
}
