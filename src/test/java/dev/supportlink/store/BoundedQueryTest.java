package dev.supportlink.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportlink.testing.TestDatabase;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A search that takes too long is stopped, and leaves nothing behind on its connection. */
class BoundedQueryTest {

    private static final Duration BOUND = Duration.ofSeconds(1);

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void slowQueryIsStoppedAndOthersAreNot(TestDatabase database) throws Exception {
        try (Connection one = database.dataSource().getConnection()) {
            Sql sql = StoreSql.over(dev.supportlink.testing.SharedConnection.source(one));

            assertThatThrownBy(() -> sql.queryWithin(BOUND, endless(database), List.of(), row -> true))
                    .isInstanceOfSatisfying(
                            StoreFailure.class,
                            failure -> assertThat(failure.wasStopped()).isTrue());

            assertThat(sql.queryWithin(BOUND, "select 7", List.of(), row -> row.getLong(1)))
                    .containsExactly(7L);
            assertThat(sql.query(longer(database), List.of(), row -> true)).hasSize(1);
        }
    }

    private static String endless(TestDatabase database) {
        return database == TestDatabase.H2
                ? "select count(*) from system_range(1, 10000000) a, system_range(1, 10000000) b where a.x + b.x = 3"
                : "select pg_sleep(30)";
    }

    /** Longer than the bound of the query before. */
    private static String longer(TestDatabase database) {
        return database == TestDatabase.H2
                ? "select count(*) from system_range(1, 10000000) where mod(x, 7) = 8"
                : "select pg_sleep(1.5)";
    }
}
