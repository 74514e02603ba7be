package dev.supportlink.inbound.allowlist;

import dev.supportlink.inbound.allowlist.LookedUp.Outcome;
import dev.supportlink.platform.net.CidrRange;
import dev.supportlink.platform.net.IpAddress;
import java.time.Instant;
import java.util.List;

/**
 * What one look at the network found; about the server as a whole, never about a connection.
 *
 * @param host of Microsoft's connector
 * @param resolved the connector's addresses
 * @param missing those of them that the allow list does not name
 * @param noLongerResolved the guide's addresses that the allow list names although the connector has them no more; empty
 *     where it resolves to nothing, because then there is nothing to compare with
 * @param publicHost of this server's public URL, as this server resolves it
 */
public record NetworkFindings(
        Instant at,
        String host,
        Outcome outcome,
        List<String> resolved,
        List<String> missing,
        List<String> noLongerResolved,
        String publicHost,
        Outcome publicOutcome,
        List<String> publicResolved) {

    public NetworkFindings {
        resolved = List.copyOf(resolved);
        missing = List.copyOf(missing);
        noLongerResolved = List.copyOf(noLongerResolved);
        publicResolved = List.copyOf(publicResolved);
    }

    static NetworkFindings of(
            Instant at, AllowList list, String host, LookedUp connector, String publicHost, LookedUp ourselves) {
        return new NetworkFindings(
                at,
                host,
                connector.outcome(),
                texts(connector.addresses()),
                texts(connector.addresses().stream()
                        .filter(address -> !list.names(address))
                        .toList()),
                noLongerResolved(list, connector),
                publicHost,
                ourselves.outcome(),
                texts(ourselves.addresses()));
    }

    /** Whether both say the same; addresses that come and go behind ranges of the list are no news. */
    boolean sayTheSameAs(NetworkFindings other) {
        return host.equals(other.host)
                && outcome == other.outcome
                && missing.equals(other.missing)
                && noLongerResolved.equals(other.noLongerResolved)
                && publicHost.equals(other.publicHost)
                && publicOutcome == other.publicOutcome;
    }

    private static List<String> noLongerResolved(AllowList list, LookedUp connector) {
        return connector.outcome() == Outcome.FOUND
                ? GuideAddresses.ALL.stream()
                        .filter(guide -> list.ranges().contains(CidrRange.parse(guide)))
                        .filter(guide -> !connector.addresses().contains(IpAddress.parse(guide)))
                        .toList()
                : List.of();
    }

    private static List<String> texts(List<IpAddress> addresses) {
        return addresses.stream().map(IpAddress::toString).toList();
    }
}
