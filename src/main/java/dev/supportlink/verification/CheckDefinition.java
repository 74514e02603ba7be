package dev.supportlink.verification;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.SetupType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A check's place in a verification.
 *
 * @param after ids of earlier checks whose failure (or skip after a failure) makes this one pointless
 */
public record CheckDefinition(String id, String title, Side side, boolean mandatory, List<String> after) {

    private static final String TENANT = "tenant-resolves";
    private static final String TOKEN = "outbound-token";
    private static final String REST_USER_TOKEN = "rest-user-token";
    private static final String SIGN_IN = "instance-sign-in";
    private static final String INBOUND = "inbound-path";

    /** What only a caller with two REST applications needs; they stand behind the Entra application's own checks. */
    private static final List<CheckDefinition> REST_APPLICATIONS = List.of(
            mandatory("rest-api-token", "The REST API application's secret is right", Side.ENTRA, TENANT),
            mandatory(REST_USER_TOKEN, "Entra ID issues the token that callers need", Side.ENTRA, TENANT));

    /**
     * The checks of a basic connection in gateway mode, in order. Optional ones that the account at hand may not read are
     * skipped and say so.
     */
    public static final List<CheckDefinition> BASIC_GATEWAY = List.of(
            mandatory(TENANT, "The tenant domain resolves", Side.ENTRA),
            mandatory(TOKEN, "Entra ID issues a token", Side.ENTRA, TENANT),
            optional("token-roles", "The token carries the permissions", Side.ENTRA, TOKEN),
            optional("graph-organization", "Graph shows this tenant", Side.GRAPH, TOKEN),
            optional("graph-service-health", "Graph shows service health", Side.GRAPH, TOKEN),
            mandatory(SIGN_IN, "The instance signs us in", Side.INSTANCE),
            mandatory("incident-read", "Incidents can be read", Side.INSTANCE, SIGN_IN),
            optional("incident-write", "Incidents can be written", Side.INSTANCE, "incident-read"),
            optional(
                    "integration-user-flags",
                    "The integration user is active and for web services only",
                    Side.INSTANCE,
                    SIGN_IN),
            optional("integration-user-role", "The integration user has incident_manager", Side.INSTANCE, SIGN_IN),
            optional("oauth-entity", "The OAuth registry is readable and fits", Side.INSTANCE, SIGN_IN),
            optional("deliveries", "Accepted incidents reach the instance", Side.INSTANCE),
            mandatory(INBOUND, "A caller can sign in and read", Side.INBOUND),
            mandatory("secrets-expiry", "No secret has expired", Side.SECRETS));

    /**
     * The checks of a connection, in order. What its set-up does not have stands in the report too, skipped with the
     * reason, so that a report can be read without knowing the set-up.
     */
    public static List<CheckDefinition> of(Connection connection) {
        List<CheckDefinition> checks =
                connection.setupType() == SetupType.ENTRA ? withApplications(BASIC_GATEWAY) : BASIC_GATEWAY;
        return checks.stream().map(check -> placed(check, connection)).toList();
    }

    private static List<CheckDefinition> withApplications(List<CheckDefinition> basic) {
        List<CheckDefinition> all = new ArrayList<>();
        for (CheckDefinition check : basic) {
            if (check.side() == Side.GRAPH && !all.containsAll(REST_APPLICATIONS)) {
                all.addAll(REST_APPLICATIONS);
            }
            all.add(check);
        }
        return all;
    }

    private static CheckDefinition placed(CheckDefinition check, Connection connection) {
        List<String> after = new ArrayList<>(check.after());
        if (connection.setupType() == SetupType.ENTRA
                && Set.of(SIGN_IN, INBOUND).contains(check.id())) {
            after.add(REST_USER_TOKEN);
        }
        if (check.id().equals(INBOUND) && connection.sendsCallersToInstance()) {
            after.add(SIGN_IN);
        }
        return new CheckDefinition(check.id(), check.title(), check.side(), check.mandatory(), after);
    }

    private static CheckDefinition mandatory(String id, String title, Side side, String... after) {
        return new CheckDefinition(id, title, side, true, List.of(after));
    }

    private static CheckDefinition optional(String id, String title, Side side, String... after) {
        return new CheckDefinition(id, title, side, false, List.of(after));
    }
}
