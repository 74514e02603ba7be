package dev.supportlink.verification;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutorService;

/**
 * The bounded pools of the server that verifications use. Two of them, because a verification waits for its checks: in
 * one pool enough waiting verifications would leave no thread for a check.
 */
@ApplicationScoped
public class VerificationThreads {

    @Resource(lookup = "concurrent/verifications")
    ManagedExecutorService verifications;

    @Resource(lookup = "concurrent/checks")
    ManagedExecutorService checks;

    ExecutorService forVerifications() {
        return verifications;
    }

    ExecutorService forChecks() {
        return checks;
    }
}
