package dev.supportlink.inbound.entra;

/** Asks Entra ID for what tokens are checked with; remembers nothing. */
public interface EntraKeySource {

    /**
     * Issuer and signing keys as the tenant publishes them now, all from hosts of its cloud. At least one key, all RSA of
     * 2048 bits or more. {@link dev.supportlink.platform.problem.UpstreamException} when they cannot be had or break
     * these rules. May take as long as outbound calls may.
     */
    IssuerKeys fetch(KeyPublisher publisher);
}
