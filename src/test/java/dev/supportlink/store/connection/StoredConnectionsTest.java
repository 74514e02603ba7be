package dev.supportlink.store.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportlink.connection.Cloud;
import dev.supportlink.connection.Connection;
import dev.supportlink.connection.ConnectionFilter;
import dev.supportlink.connection.ConnectionNameTaken;
import dev.supportlink.connection.ConnectionNotFound;
import dev.supportlink.connection.ConnectionRepository;
import dev.supportlink.connection.Environment;
import dev.supportlink.connection.Health;
import dev.supportlink.connection.HealthRecord;
import dev.supportlink.connection.InboundMode;
import dev.supportlink.connection.Instance;
import dev.supportlink.connection.RestApplications;
import dev.supportlink.connection.SetupState;
import dev.supportlink.connection.SetupType;
import dev.supportlink.connection.Tenant;
import dev.supportlink.platform.page.PageRequest;
import dev.supportlink.platform.page.Slice;
import dev.supportlink.platform.problem.StaleRevision;
import dev.supportlink.platform.text.Ids;
import dev.supportlink.testing.TestDatabase;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoredConnectionsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00.123456Z");

    @ParameterizedTest
    @EnumSource
    void keepsEveryField(TestDatabase database) {
        Connection connection = connection("Whole " + Ids.next());

        store(database).add(connection);

        assertThat(store(database).get(connection.id())).isEqualTo(connection);
    }

    @ParameterizedTest
    @EnumSource
    void namesAreUniqueIgnoringCase(TestDatabase database) {
        String name = "Name " + Ids.next();
        store(database).add(connection(name));

        assertThatThrownBy(() -> store(database).add(connection(name.toUpperCase(java.util.Locale.ROOT))))
                .isInstanceOf(ConnectionNameTaken.class);
    }

    @ParameterizedTest
    @EnumSource
    void aStaleChangeIsRefused(TestDatabase database) {
        Connection connection = connection("Stale " + Ids.next());
        store(database).add(connection);
        Connection saved = store(database).save(connection.withEnvironment(Environment.PRODUCTION));

        assertThat(saved.revision()).isEqualTo(connection.revision() + 1);
        assertThatThrownBy(() -> store(database).save(connection.withInstance(null)))
                .isInstanceOf(StaleRevision.class);
        assertThat(store(database).get(connection.id())).isEqualTo(saved);
    }

    @ParameterizedTest
    @EnumSource
    void healthIsNoChangeOfTheDefinition(TestDatabase database) {
        Connection connection = connection("Health " + Ids.next());
        store(database).add(connection);

        HealthRecord health = new HealthRecord(Health.DEGRADED, NOW, NOW, NOW.plusSeconds(3600));
        store(database).recordHealth(connection.id(), health);

        Connection read = store(database).get(connection.id());
        assertThat(read.health()).isEqualTo(health);
        assertThat(read.revision()).isEqualTo(connection.revision());
    }

    @ParameterizedTest
    @EnumSource
    void pagesByNameAndFilters(TestDatabase database) {
        String group = Ids.next();
        List<Connection> all = List.of(
                connection("b " + group), connection("a " + group), connection("c_" + group), connection("d " + group));
        all.forEach(store(database)::add);
        ConnectionFilter filter = new ConnectionFilter(Health.UNCHECKED, SetupState.IN_PROGRESS, group, null);

        Slice<Connection> first = store(database).list(filter, new PageRequest(3, null));
        Slice<Connection> second = store(database).list(filter, new PageRequest(3, first.nextCursor()));

        assertThat(first.items())
                .extracting(Connection::name)
                .containsExactly("a " + group, "b " + group, "c_" + group);
        assertThat(second.items()).extracting(Connection::name).containsExactly("d " + group);
        assertThat(second.nextCursor()).isNull();
        assertThat(names(database, "c_" + group)).hasSize(1);
        assertThat(names(database, "a_" + group)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aUserWithoutConnectionsSeesNone(TestDatabase database) {
        store(database).add(connection("Hidden " + Ids.next()));

        assertThat(store(database)
                        .list(new ConnectionFilter(null, null, null, Set.of()), new PageRequest(10, null))
                        .items())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void dueOnesComeOutLongestWaitingFirst(TestDatabase database) {
        Connection never = connection("Never " + Ids.next());
        Connection due = connection("Due " + Ids.next());
        Connection later = connection("Later " + Ids.next());
        List.of(due, later, never).forEach(store(database)::add);
        store(database).recordHealth(due.id(), new HealthRecord(Health.HEALTHY, NOW, NOW, NOW.minusSeconds(1)));
        store(database).recordHealth(later.id(), new HealthRecord(Health.HEALTHY, NOW, NOW, NOW.plusSeconds(1)));

        List<String> ids = store(database).dueForVerification(NOW, 1000);

        assertThat(ids).contains(never.id(), due.id()).doesNotContain(later.id());
        assertThat(ids.indexOf(never.id())).isLessThan(ids.indexOf(due.id()));
    }

    @ParameterizedTest
    @EnumSource
    void aRemovedConnectionIsGone(TestDatabase database) {
        Connection connection = connection("Gone " + Ids.next());
        store(database).add(connection);

        store(database).remove(connection.id());

        assertThatThrownBy(() -> store(database).get(connection.id())).isInstanceOf(ConnectionNotFound.class);
        assertThatThrownBy(() -> store(database).lock(connection.id())).isInstanceOf(ConnectionNotFound.class);
    }

    private static List<Connection> names(TestDatabase database, String text) {
        return store(database)
                .list(new ConnectionFilter(null, null, text, null), new PageRequest(10, null))
                .items();
    }

    private static Connection connection(String name) {
        return new Connection(
                Ids.next(),
                1,
                name,
                new Tenant("contoso.onmicrosoft.com", "0a0b0c0d-1111-2222-3333-444455556666", Cloud.US_GOV_DOD),
                new Instance(URI.create("https://contoso.service-now.com"), "client", "user", true),
                SetupType.BASIC,
                Environment.TEST,
                InboundMode.GATEWAY,
                SetupState.IN_PROGRESS,
                HealthRecord.UNCHECKED,
                NOW,
                "11111111-2222-3333-4444-555555555555",
                new RestApplications("aaaaaaaa-2222-3333-4444-555555555555", "api://desk", null),
                NOW.plusSeconds(5),
                NOW.plusSeconds(6),
                "assignment_group=42");
    }

    private static ConnectionRepository store(TestDatabase database) {
        return database.port(ConnectionRepository.class, entities -> {
            StoredConnections store = new StoredConnections();
            store.entities = entities;
            return store;
        });
    }
}
