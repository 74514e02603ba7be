package dev.supportlink.store;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the schema up to date before anything reads it; beans that need it at start say {@code @DependsOn}. */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {

    @Resource(lookup = "jdbc/supportlink")
    DataSource dataSource;

    @PostConstruct
    void migrate() {
        Flyway flyway = Flyway.configure(getClass().getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .load();
        refuseEmptyLocation(flyway);
        flyway.migrate();
    }

    /** Flyway only logs when it finds nothing, and the application would start without its tables. */
    private static void refuseEmptyLocation(Flyway flyway) {
        if (flyway.info().all().length == 0) {
            throw new IllegalStateException("No schema migrations found in db/migration; the package is damaged.");
        }
    }
}
