package dev.supportlink.outbound.self;

import dev.supportlink.outbound.http.AddressRule;
import dev.supportlink.outbound.http.Target;
import dev.supportlink.platform.config.ServerSettings;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;

/**
 * The probe's exception from the address policy: exactly the public URL, wherever it resolves to; plain http only while
 * the server is bound to loopback.
 */
@ApplicationScoped
class OwnAddress implements AddressRule {

    @Inject
    ServerSettings server;

    @Override
    public void check(String system, URI target) {
        boolean ours = Target.origin(target).equals(Target.origin(server.publicUrl()));
        boolean secure = "https".equals(target.getScheme()) || !server.remoteAllowed();
        if (!ours || !secure) {
            throw new UpstreamException(
                    system, Kind.REJECTED, "address-not-allowed", "The probe only calls the public URL, by https.");
        }
    }
}
