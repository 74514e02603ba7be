package dev.supportlink.store.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Instance;
import dev.supportlink.setup.InstanceFindings;
import dev.supportlink.setup.InstanceFindingsRepository;
import dev.supportlink.testing.Connections;
import dev.supportlink.testing.StoredConnection;
import dev.supportlink.testing.TestDatabase;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoredInstanceFindingsTest {

    private static final Instance INSTANCE =
            new Instance(URI.create("https://contoso.service-now.com"), "client", "svc", true);

    @ParameterizedTest
    @EnumSource
    void keepsTheLastFindings(TestDatabase database) {
        Connection connection = connection(database, INSTANCE);
        store(database).save(connection, findings("incident_manager"), "first");
        store(database).save(connection, findings("itil"), "second");

        assertThat(store(database).of(connection)).contains(findings("itil"));
    }

    @ParameterizedTest
    @EnumSource
    void findingsOfAnotherInstanceUserOrClientDoNotCount(TestDatabase database) {
        Connection connection = connection(database, INSTANCE);
        store(database).save(connection, findings("itil"), "first");

        assertThat(store(database).of(with(connection, "https://other.service-now.com", "client", "svc")))
                .isEmpty();
        assertThat(store(database).of(with(connection, INSTANCE.origin(), "other", "svc")))
                .isEmpty();
        assertThat(store(database).of(with(connection, INSTANCE.origin(), "client", "other")))
                .isEmpty();
        assertThat(store(database).of(connection.withInstance(null))).isEmpty();
    }

    private static Connection with(Connection connection, String url, String client, String user) {
        return connection.withInstance(new Instance(URI.create(url), client, user, true));
    }

    private static InstanceFindings findings(String role) {
        return new InstanceFindings(
                Instant.parse("2026-11-23T10:00:00Z"),
                new InstanceFindings.User("svc", true, false, false, true),
                Set.of(role),
                new InstanceFindings.Registration("client", "a \"name\"", true, null),
                List.of(new InstanceFindings.TableAccess("incident", true, true)));
    }

    private static Connection connection(TestDatabase database, Instance instance) {
        return Connections.complete(StoredConnection.in(database)).withInstance(instance);
    }

    private static InstanceFindingsRepository store(TestDatabase database) {
        return database.port(InstanceFindingsRepository.class, entities -> {
            StoredInstanceFindings store = new StoredInstanceFindings();
            store.entities = entities;
            store.clock = Clock.systemUTC();
            return store;
        });
    }
}
