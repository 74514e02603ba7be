package dev.supportlink.platform.start;

import dev.supportlink.platform.config.StartUpCheck;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Lets work begin only on a database that belongs to this server. */
@Startup
@Singleton
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class DatabaseGuard {

    @Inject
    StartUpChecks checks;

    @PostConstruct
    void check() {
        checks.pass(StartUpCheck.Stage.DATABASE);
    }
}
