package dev.supportlink.platform.health;

import dev.supportlink.platform.start.StartUpChecks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Started, and ready, once settings, schema and database have passed. */
@Startup
@Readiness
@ApplicationScoped
public class StartUpHealthCheck implements HealthCheck {

    @Inject
    StartUpChecks checks;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("start-up").status(checks.passed()).build();
    }
}
