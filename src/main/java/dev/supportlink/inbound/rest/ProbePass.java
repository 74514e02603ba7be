package dev.supportlink.inbound.rest;

import dev.supportlink.inbound.InboundProbe;
import dev.supportlink.inbound.ProbeCredentials;
import dev.supportlink.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** Tells our own probe from callers, by its one-time header. */
@ApplicationScoped
class ProbePass {

    /** Longer values are no probe's and not worth a look into the database. */
    private static final int LONGEST = 100;

    @Inject
    InboundProbe probe;

    boolean isProbe(HttpServletRequest request) {
        String pass = request.getHeader(ProbeCredentials.PASS_HEADER);
        return pass != null && !pass.isEmpty() && pass.length() <= LONGEST && probe.mayPass(Secret.of(pass));
    }
}
