package dev.supportlink.verification;

import java.util.List;

/**
 * A check's place in a verification.
 *
 * @param after ids of earlier checks whose failure (or skip after a failure) makes this one pointless
 */
public record CheckDefinition(String id, String title, Side side, boolean mandatory, List<String> after) {

    /**
     * The checks of a basic connection in gateway mode, in order. Optional ones that the account at hand may not read are
     * skipped and say so.
     */
    public static final List<CheckDefinition> BASIC_GATEWAY = List.of(
            new CheckDefinition("tenant-resolves", "The tenant domain resolves", Side.ENTRA, true, List.of()),
            new CheckDefinition(
                    "outbound-token", "Entra ID issues a token", Side.ENTRA, true, List.of("tenant-resolves")),
            new CheckDefinition(
                    "token-roles", "The token carries the permissions", Side.ENTRA, false, List.of("outbound-token")),
            new CheckDefinition(
                    "graph-organization", "Graph shows this tenant", Side.GRAPH, false, List.of("outbound-token")),
            new CheckDefinition(
                    "graph-service-health", "Graph shows service health", Side.GRAPH, false, List.of("outbound-token")),
            new CheckDefinition("instance-sign-in", "The instance signs us in", Side.INSTANCE, true, List.of()),
            new CheckDefinition(
                    "incident-read", "Incidents can be read", Side.INSTANCE, true, List.of("instance-sign-in")),
            new CheckDefinition(
                    "incident-write", "Incidents can be written", Side.INSTANCE, false, List.of("incident-read")),
            new CheckDefinition(
                    "integration-user-flags",
                    "The integration user is active and for web services only",
                    Side.INSTANCE,
                    false,
                    List.of("instance-sign-in")),
            new CheckDefinition(
                    "integration-user-role",
                    "The integration user has incident_manager",
                    Side.INSTANCE,
                    false,
                    List.of("instance-sign-in")),
            new CheckDefinition(
                    "oauth-entity",
                    "The OAuth registry is readable and fits",
                    Side.INSTANCE,
                    false,
                    List.of("instance-sign-in")),
            new CheckDefinition("deliveries", "Accepted incidents reach the instance", Side.INSTANCE, false, List.of()),
            new CheckDefinition("inbound-path", "A caller can sign in and read", Side.INBOUND, true, List.of()),
            new CheckDefinition("secrets-expiry", "No secret has expired", Side.SECRETS, true, List.of()));
}
