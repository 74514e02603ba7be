package dev.supportlink.inbound.rest;

import dev.supportlink.inbound.BearerTokens;
import dev.supportlink.inbound.InboundCaller;
import dev.supportlink.inbound.entra.EntraBearerTokens;
import dev.supportlink.platform.http.SourceAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds out who a bearer token stands for, whoever issued it: the two kinds cannot be mistaken for each other. */
@ApplicationScoped
class BearerCallers {

    @Inject
    BearerTokens issuedHere;

    @Inject
    EntraBearerTokens issuedByEntra;

    @Inject
    ProbePass probes;

    @Inject
    SourceAddress addresses;

    @Inject
    HttpServletRequest request;

    /** Public, because the container calls other methods by reflection. */
    public Optional<InboundCaller> callerOf(String accessToken) {
        return issuedByEntra.mayBeOne(accessToken)
                ? byEntra(accessToken, () -> addresses.of(request))
                : issuedHere.callerOf(accessToken);
    }

    private Optional<InboundCaller> byEntra(String accessToken, Supplier<String> address) {
        return probes.isProbe(request)
                ? issuedByEntra.probingCallerOf(accessToken, address)
                : issuedByEntra.callerOf(accessToken, address);
    }
}
