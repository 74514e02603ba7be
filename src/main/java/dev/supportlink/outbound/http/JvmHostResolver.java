package dev.supportlink.outbound.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Asks the JVM, whose cache (30 s for found names) then gives the HTTP client the same addresses that were checked. Where
 * an entry runs out just in between, TLS still refuses a host that cannot prove the name.
 */
@ApplicationScoped
public class JvmHostResolver implements HostResolver {

    @Override
    public List<InetAddress> resolve(String host) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(host));
    }
}
