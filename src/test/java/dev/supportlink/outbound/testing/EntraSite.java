package dev.supportlink.outbound.testing;

import dev.supportlink.connection.Cloud;
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
import dev.supportlink.sandbox.entra.Application;
import dev.supportlink.sandbox.entra.EntraSimulator;
import dev.supportlink.sandbox.instance.InstanceSimulator;
import dev.supportlink.sandbox.instance.InstanceUser;
import dev.supportlink.sandbox.instance.OidcProvider;
import dev.supportlink.secret.Secret;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.setup.OutboundTrial;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A connection of the set-up type entra: its two REST applications, and provider and user at a simulated instance. */
public final class EntraSite {

    private final OutboundBeans beans;
    private final InstanceSimulator instance;
    private final dev.supportlink.sandbox.entra.Tenant tenant;
    private final String domain = Ids.next().substring(0, 12) + ".onmicrosoft.com";
    private final Application api;
    private final Application user;
    private final Secret userSecret;
    private final String provider = "provider-" + Ids.next().substring(0, 8);

    public EntraSite(EntraSimulator entra, InstanceSimulator instance, OutboundBeans beans) {
        this.beans = beans;
        this.instance = instance;
        this.tenant = entra.addTenant("Contoso", domain);
        this.api = tenant.register("REST API");
        this.user = tenant.register("REST user");
        api.identifierUris(List.of("api://" + api.appId()));
        this.userSecret = Secret.of(user.addSecret("first", Duration.ofDays(90)).value());
        instance.admin()
                .addOidcProvider(new OidcProvider(
                        provider,
                        api.appId(),
                        entra.baseUri() + "/" + domain + "/.well-known/openid-configuration",
                        "appid",
                        "user_name"));
        instance.admin().addIntegrationUser(user.appId());
    }

    /** The tenant at Entra ID. */
    public dev.supportlink.sandbox.entra.Tenant remote() {
        return tenant;
    }

    public Application api() {
        return api;
    }

    public Application user() {
        return user;
    }

    public Secret userSecret() {
        return userSecret;
    }

    public Tenant tenant() {
        return new Tenant(domain, tenant.id(), Cloud.GLOBAL);
    }

    public InstanceUser account() {
        return instance.admin().user(user.appId());
    }

    /** Changes a column of the provider's configuration at the instance. */
    public void provider(String column, String value) {
        instance.admin().changeOidcProvider(provider, column, value);
    }

    /** A connection that is set up as far as its integration user. */
    public Connection connection() {
        Connection connection = new Connection(
                Ids.next(),
                1,
                "contoso",
                tenant(),
                new Instance(instance.baseUri(), api.appId(), user.appId(), true),
                SetupType.ENTRA,
                Environment.TEST,
                InboundMode.GATEWAY,
                SetupState.COMPLETE,
                HealthRecord.UNCHECKED,
                Instant.EPOCH,
                null,
                new RestApplications(api.appId(), null, user.appId()),
                Instant.EPOCH,
                null,
                null);
        store(connection, SecretKind.REST_USER_CLIENT_SECRET, userSecret);
        return connection;
    }

    /** Stores a secret of one of the applications for the connection's tenant. */
    public void store(Connection connection, SecretKind kind, Secret value) {
        String target = beans.get(OutboundTrial.class).target(connection.tenant());
        beans.get(FakeVault.class).store(connection.id(), kind, target, value, null);
    }

    /** How many requests reached the instance's Table API. */
    public int reads() {
        return instance.requests().count("GET", "/api/now/table/incident");
    }
}
