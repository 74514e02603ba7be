package dev.supportlink.verification.batch;

import dev.supportlink.verification.ConnectionVerifier;
import dev.supportlink.verification.Trigger;
import dev.supportlink.verification.Verification;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Verifies one connection. What it finds is stored with the connection; the job carries no failures of connections. */
@Dependent
@Named
public class VerifyConnectionProcessor implements ItemProcessor {

    @Inject
    ConnectionVerifier verifier;

    @Override
    public Verification processItem(Object id) {
        return verifier.run((String) id, Trigger.SCHEDULE, "job:verify-connections");
    }
}
