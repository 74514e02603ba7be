package dev.supportlink.outbound.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks a host name up. */
@FunctionalInterface
public interface HostResolver {

    /** Every address of the host, never an empty list. */
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
