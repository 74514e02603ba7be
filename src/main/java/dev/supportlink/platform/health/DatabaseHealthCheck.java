package dev.supportlink.platform.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready only while the database answers. */
@Readiness
@ApplicationScoped
public class DatabaseHealthCheck implements HealthCheck {

    private static final System.Logger LOG = System.getLogger(DatabaseHealthCheck.class.getName());
    private static final int PATIENCE_SECONDS = 2;

    @Resource(lookup = "jdbc/supportlink")
    DataSource dataSource;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database").status(answers()).build();
    }

    private boolean answers() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException failure) {
            LOG.log(System.Logger.Level.WARNING, "The database does not answer: {0}", failure.getMessage());
            return false;
        }
    }
}
