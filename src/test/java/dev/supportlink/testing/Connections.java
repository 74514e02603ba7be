package dev.supportlink.testing;

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
import java.net.URI;
import java.time.Instant;

/** Connections for tests. */
public final class Connections {

    public static final String TENANT_ID = "0a0b0c0d-1111-2222-3333-444455556666";
    public static final String CLIENT_ID = "11111111-2222-3333-4444-555555555555";

    public static final String REST_API_ID = "aaaaaaaa-1111-2222-3333-444444444444";
    public static final String REST_USER_ID = "bbbbbbbb-1111-2222-3333-444444444444";

    private Connections() {}

    /** A basic test connection, set up as far as step 7. */
    public static Connection basic() {
        return new Connection(
                "0123456789abcdef0123456789abcdef",
                1,
                "contoso",
                new Tenant("contoso.onmicrosoft.com", TENANT_ID, Cloud.GLOBAL),
                new Instance(URI.create("https://contoso.service-now.com"), "client", "supportlink.user", false),
                SetupType.BASIC,
                Environment.TEST,
                InboundMode.GATEWAY,
                SetupState.IN_PROGRESS,
                HealthRecord.UNCHECKED,
                Instant.parse("2026-11-01T00:00:00Z"),
                CLIENT_ID,
                RestApplications.NONE,
                null,
                null,
                null);
    }

    /** A basic production connection, set up to the end. */
    public static Connection complete(String id) {
        Instant setUpAt = Instant.parse("2026-11-01T00:00:00Z");
        return new Connection(
                id,
                1,
                "connection " + id,
                new Tenant("contoso.onmicrosoft.com", TENANT_ID, Cloud.GLOBAL),
                new Instance(URI.create("https://contoso.service-now.com"), "client", "supportlink.user", false),
                SetupType.BASIC,
                Environment.PRODUCTION,
                InboundMode.GATEWAY,
                SetupState.COMPLETE,
                HealthRecord.UNCHECKED,
                setUpAt,
                CLIENT_ID,
                RestApplications.NONE,
                setUpAt,
                null,
                null);
    }

    /** A connection of the set-up type entra, set up as far as its integration user. */
    public static Connection entra() {
        return basic().withSetup(SetupType.ENTRA, InboundMode.GATEWAY)
                .withInstance(
                        new Instance(URI.create("https://contoso.service-now.com"), REST_API_ID, REST_USER_ID, false))
                .withRestApplications(new RestApplications(REST_API_ID, "api://" + REST_API_ID, REST_USER_ID));
    }

    public static Connection withoutInstance() {
        return basic().withInstance(null);
    }
}
