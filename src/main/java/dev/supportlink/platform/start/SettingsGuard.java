package dev.supportlink.platform.start;

import dev.supportlink.platform.config.StartUpCheck;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** The first thing that runs: refuses wrong settings before anything is opened or changed with them. */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class SettingsGuard {

    @Inject
    StartUpChecks checks;

    @PostConstruct
    void check() {
        checks.pass(StartUpCheck.Stage.SETTINGS);
    }
}
