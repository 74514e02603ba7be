package dev.supportlink.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/** The two databases that SupportLink runs on, with the real schema; each is started once for all tests of a run. */
public enum TestDatabase {
    H2 {
        @Override
        DataSource start() {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL("jdbc:h2:mem:store;MODE=LEGACY;DB_CLOSE_DELAY=-1");
            return source;
        }
    },
    POSTGRESQL {
        @Override
        DataSource start() {
            try {
                return EmbeddedPostgres.builder().start().getPostgresDatabase();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    };

    private static final Map<TestDatabase, DataSource> SOURCES = new EnumMap<>(TestDatabase.class);
    private static final Map<TestDatabase, EntityManagerFactory> FACTORIES = new EnumMap<>(TestDatabase.class);

    abstract DataSource start();

    /** Runs work in one transaction, as the container would; rolls back and lets through what it throws. */
    public <T> T inTransaction(Function<EntityManager, T> work) {
        try (EntityManager entities = factory().createEntityManager()) {
            entities.getTransaction().begin();
            try {
                T result = work.apply(entities);
                entities.getTransaction().commit();
                return result;
            } finally {
                if (entities.getTransaction().isActive()) {
                    entities.getTransaction().rollback();
                }
            }
        }
    }

    /** A port whose every call runs on a fresh adapter in a transaction of its own, as from a bean without one. */
    public <P> P port(Class<P> port, Function<EntityManager, P> adapter) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (proxy, method, arguments) ->
                        inTransaction(entities -> call(method, adapter.apply(entities), arguments))));
    }

    private static @Nullable Object call(Method method, Object adapter, Object @Nullable [] arguments) {
        try {
            return method.invoke(adapter, arguments);
        } catch (InvocationTargetException thrown) {
            throw (RuntimeException) thrown.getCause();
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public void run(Consumer<EntityManager> work) {
        inTransaction(entities -> {
            work.accept(entities);
            return true;
        });
    }

    /** For adapters that write SQL themselves. */
    public DataSource dataSource() {
        synchronized (SOURCES) {
            return SOURCES.computeIfAbsent(this, TestDatabase::migrated);
        }
    }

    private EntityManagerFactory factory() {
        synchronized (FACTORIES) {
            return FACTORIES.computeIfAbsent(this, TestDatabase::create);
        }
    }

    private static DataSource migrated(TestDatabase database) {
        DataSource source = database.start();
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return source;
    }

    private static EntityManagerFactory create(TestDatabase database) {
        DataSource source = database.dataSource();
        return Persistence.createEntityManagerFactory(
                "supportlink",
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.nonJtaDataSource", source,
                        "jakarta.persistence.jtaDataSource", "",
                        "eclipselink.weaving", "false",
                        "eclipselink.logging.level", "WARNING"));
    }
}
