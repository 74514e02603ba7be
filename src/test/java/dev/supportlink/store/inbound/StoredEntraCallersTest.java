package dev.supportlink.store.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supportlink.inbound.entra.EntraCaller;
import dev.supportlink.inbound.entra.EntraCallerRepository;
import dev.supportlink.inbound.entra.EntraCallerTaken;
import dev.supportlink.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class StoredEntraCallersTest {

    @Parameter
    TestDatabase database;

    InboundStore store;
    EntraCallerRepository callers;
    String connection;
    String tenant;
    EntraCaller caller;

    @BeforeEach
    void open() {
        store = new InboundStore(database);
        callers = store.entraCallers();
        connection = store.connection();
        tenant = guid();
        caller = new EntraCaller(guid(), List.of("api://one", "https://two.example/api"), guid());
        callers.save(connection, tenant, caller);
    }

    @Test
    void callerIsFoundByItsConnection() {
        assertThat(callers.find(connection)).contains(caller);
        assertThat(callers.find(store.connection())).isEmpty();
    }

    @Test
    void connectionIsFoundByTenantAudienceAndCallerTogether() {
        for (String audience : caller.audiences()) {
            assertThat(callers.connectionOf(tenant, audience, caller.restUserClientId()))
                    .contains(connection);
        }
        assertThat(callers.connectionOf(guid(), caller.restApiClientId(), caller.restUserClientId()))
                .isEmpty();
        assertThat(callers.connectionOf(tenant, guid(), caller.restUserClientId()))
                .isEmpty();
        assertThat(callers.connectionOf(tenant, caller.restApiClientId(), guid()))
                .isEmpty();
    }

    @Test
    void anotherCallerTakesThePlaceOfTheFirst() {
        EntraCaller other = new EntraCaller(guid(), List.of("https://two.example/api"), caller.restUserClientId());
        callers.save(connection, tenant, other);

        assertThat(callers.find(connection)).contains(other);
        assertThat(callers.connectionOf(tenant, "api://one", caller.restUserClientId()))
                .isEmpty();
        assertThat(callers.connectionOf(tenant, "https://two.example/api", caller.restUserClientId()))
                .contains(connection);
    }

    @Test
    void sameCallerMayBeSavedAgain() {
        callers.save(connection, tenant, caller);

        assertThat(callers.find(connection)).contains(caller);
    }

    @Test
    void noTwoConnectionsHaveTheSameCaller() {
        EntraCaller sameApi = new EntraCaller(caller.restApiClientId(), List.of(), caller.restUserClientId());
        EntraCaller sameUri = new EntraCaller(guid(), List.of("api://one"), caller.restUserClientId());

        assertThat(fieldOf(sameApi)).isEqualTo("clientId");
        assertThat(fieldOf(sameUri)).isEqualTo("identifierUri");
        assertThat(callers.connectionOf(tenant, caller.restApiClientId(), caller.restUserClientId()))
                .contains(connection);
    }

    @Test
    void databaseItselfRefusesTheSameCallerTwice() {
        String other = store.connection();
        callers.save(other, guid(), new EntraCaller(guid(), List.of(), guid()));

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> database.run(entities -> {
                    EntraCallerRow row = new EntraCallerRow();
                    row.connectionId = other;
                    row.tenantId = tenant;
                    row.restUserClientId = caller.restUserClientId();
                    entities.persist(EntraAudienceRow.of(row, 0, caller.restApiClientId()));
                })))
                .hasMessageContaining("entra_audience");
    }

    @Test
    void sameApplicationsMayServeAnotherTenantAndAnotherCaller() {
        callers.save(store.connection(), guid(), caller);
        callers.save(
                store.connection(), tenant, new EntraCaller(caller.restApiClientId(), caller.identifierUris(), guid()));

        assertThat(callers.connectionOf(tenant, caller.restApiClientId(), caller.restUserClientId()))
                .contains(connection);
    }

    @Test
    void removedCallerIsFoundNoMoreAndFree() {
        callers.remove(connection);
        callers.remove(connection);

        assertThat(callers.find(connection)).isEmpty();
        callers.save(store.connection(), tenant, caller);
    }

    @Test
    void callerGoesWithItsConnection() {
        store.removeConnection(connection);

        assertThat(callers.find(connection)).isEmpty();
        assertThat(callers.connectionOf(tenant, caller.restApiClientId(), caller.restUserClientId()))
                .isEmpty();
    }

    @Test
    void latestCallIsNoted() {
        Instant call = Instant.parse("2026-03-01T10:00:00Z");
        assertThat(store.identities().lastCallAt(connection)).isEmpty();

        store.identities().noteCall(connection, call);
        store.identities().noteCall(connection, call.minusSeconds(60));

        assertThat(store.identities().lastCallAt(connection)).contains(call);
    }

    private String fieldOf(EntraCaller wanted) {
        String other = store.connection();
        EntraCallerTaken taken =
                catchThrowableOfType(EntraCallerTaken.class, () -> callers.save(other, tenant, wanted));
        assertThat(taken).isNotNull();
        return taken.errors().get(0).field();
    }

    private static String guid() {
        return UUID.randomUUID().toString();
    }
}
