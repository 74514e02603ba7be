package dev.supportlink.incident.delivery;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Wakes this node's workers for repeats, and after a start for what was left behind: shared timers may take minutes to
 * move on from a killed node, and a delivery shall not wait for them.
 */
@Startup
@Singleton
@DependsOn("DatabaseGuard")
@Lock(LockType.READ)
public class DeliveryClock {

    @Inject
    PromptDelivery prompt;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void tick() {
        prompt.lookAround();
    }
}
