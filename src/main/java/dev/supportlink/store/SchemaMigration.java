package dev.supportlink.store;

import dev.supportlink.platform.start.StartUpRefusal;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema up to date before anything reads it; beans that need it at start say {@code @DependsOn}. */
@Startup
@Singleton
@DependsOn("SettingsGuard")
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {

    @Resource(lookup = "jdbc/supportlink")
    DataSource dataSource;

    @Inject
    StartUpRefusal refusal;

    @Inject
    DataDirectory data;

    @PostConstruct
    void migrate() {
        try {
            bringUpToDate();
            data.protect();
        } catch (FlywayException failure) {
            refusal.refuse(List.of("The database cannot be brought up to date: " + summary(failure)));
        }
    }

    private void bringUpToDate() {
        Flyway flyway = Flyway.configure(getClass().getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .load();
        refuseEmptyLocation(flyway);
        flyway.migrate();
    }

    /** The first two lines say what is wrong; the others point to pages of Flyway. */
    private static String summary(FlywayException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.lines().limit(2).collect(Collectors.joining(" "));
    }

    /** Flyway only logs when it finds nothing, and the application would start without its tables. */
    private static void refuseEmptyLocation(Flyway flyway) {
        if (flyway.info().all().length == 0) {
            throw new IllegalStateException("No schema migrations found in db/migration; the package is damaged.");
        }
    }
}
