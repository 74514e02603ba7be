package dev.supportlink.testing;

import dev.supportlink.connection.Cloud;
import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Environment;
import dev.supportlink.connection.HealthRecord;
import dev.supportlink.connection.InboundMode;
import dev.supportlink.connection.Instance;
import dev.supportlink.connection.SetupState;
import dev.supportlink.connection.SetupType;
import dev.supportlink.connection.Tenant;
import java.net.URI;
import java.time.Instant;

/** A connection that is set up, for tests that need just some connection. */
public final class ConnectionFixture {

    public static final Instant SET_UP_AT = Instant.parse("2026-11-01T08:00:00Z");
    public static final String TENANT_ID = "11111111-2222-3333-4444-555555555555";
    public static final String CLIENT_ID = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";

    private ConnectionFixture() {}

    /** Production, gateway mode, basic, with an instance; step 10 is done. */
    public static Connection connection(String id) {
        return new Connection(
                id,
                1,
                "connection " + id,
                new Tenant("contoso.example", TENANT_ID, Cloud.GLOBAL),
                new Instance(URI.create("https://contoso.service-now.example"), "instance-client", "integration", true),
                SetupType.BASIC,
                Environment.PRODUCTION,
                InboundMode.GATEWAY,
                SetupState.COMPLETE,
                HealthRecord.UNCHECKED,
                SET_UP_AT,
                CLIENT_ID,
                SET_UP_AT,
                null);
    }
}
