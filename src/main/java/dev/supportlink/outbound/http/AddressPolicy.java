package dev.supportlink.outbound.http;

import dev.supportlink.platform.config.ServerSettings;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;

/**
 * The rule for every outside system: https, and a host of which every address is public, or lies in a network that the
 * operator allowed. The sandbox may also use plain http and loopback.
 */
@ApplicationScoped
public class AddressPolicy implements AddressRule {

    @Inject
    OutboundSettings settings;

    @Inject
    ServerSettings server;

    @Inject
    HostResolver resolver;

    @Override
    public void check(String system, URI target) {
        if (!schemeAllowed(target) || target.getUserInfo() != null || target.getHost() == null) {
            throw notAllowed(system, "Only https URLs without user information may be called.");
        }
        for (InetAddress address : resolve(system, bareHost(target))) {
            if (!allowed(address)) {
                throw notAllowed(
                        system, target.getHost() + " resolves to an address that may not be called from here.");
            }
        }
    }

    private boolean schemeAllowed(URI target) {
        return "https".equals(target.getScheme()) || (server.sandbox() && "http".equals(target.getScheme()));
    }

    private boolean allowed(InetAddress address) {
        return switch (AddressKind.of(address)) {
            case PUBLIC -> true;
            case PRIVATE -> settings.allowedNetworks().stream().anyMatch(range -> range.contains(address));
            case LOOPBACK -> server.sandbox();
            case FORBIDDEN -> false;
        };
    }

    private List<InetAddress> resolve(String system, String host) {
        try {
            return resolver.resolve(host);
        } catch (UnknownHostException unknown) {
            throw new UpstreamException(
                    system, Kind.UNAVAILABLE, "dns", "The host name " + host + " does not resolve.");
        }
    }

    private static String bareHost(URI target) {
        String host = target.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static UpstreamException notAllowed(String system, String message) {
        return new UpstreamException(system, Kind.REJECTED, "address-not-allowed", message);
    }
}
