package dev.supportlink.platform.http;

import dev.supportlink.platform.net.IpAddress;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/**
 * Knows where a request came from; the only place that may look at the peer's address or at {@code X-Forwarded-For}. The
 * container is told to leave such headers alone.
 */
@ApplicationScoped
public class SourceAddress {

    @Inject
    HttpSettings settings;

    private TrustedProxies proxies = new TrustedProxies(List.of());

    @PostConstruct
    void open() {
        proxies = new TrustedProxies(settings.trustedProxies());
    }

    /** The address; empty only where the container gives none that can be read. */
    public Optional<IpAddress> find(HttpServletRequest request) {
        return peer(request).map(peer -> proxies.source(peer, request.getHeaders("X-Forwarded-For")));
    }

    /** The same as text. */
    public String of(HttpServletRequest request) {
        return find(request).map(IpAddress::toString).orElseGet(() -> String.valueOf(request.getRemoteAddr()));
    }

    /** Without the zone that the container adds to link-local addresses. */
    private static Optional<IpAddress> peer(HttpServletRequest request) {
        return Optional.ofNullable(request.getRemoteAddr())
                .map(address -> address.replaceFirst("%.*", ""))
                .flatMap(IpAddress::find);
    }
}
