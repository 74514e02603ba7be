package dev.supportlink.verification;

import dev.supportlink.connection.Health;

/** What a finished run makes of a connection's health: the first line that applies. */
final class HealthRule {

    private HealthRule() {}

    /**
     * @param entraConfirmed whether an earlier run, a minute ago or more, was refused by Entra ID too
     * @param waiting whether step 10 is not done
     * @param present the health before; it stays while a refusal by Entra ID waits for its confirmation
     */
    static Health after(Findings findings, boolean entraConfirmed, boolean waiting, Health present) {
        if (findings.refused() || (findings.entraRefused() && entraConfirmed)) {
            return Health.REFUSED;
        }
        if (findings.unreachable()) {
            return Health.UNREACHABLE;
        }
        if (findings.entraRefused()) {
            return present;
        }
        if (waiting) {
            return Health.WAITING;
        }
        return findings.degraded() ? Health.DEGRADED : Health.HEALTHY;
    }
}
