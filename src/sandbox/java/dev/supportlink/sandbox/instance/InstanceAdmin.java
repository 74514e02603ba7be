package dev.supportlink.sandbox.instance;

import dev.supportlink.sandbox.state.Simulation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an administrator does in the instance's own pages. */
public final class InstanceAdmin {

    private static final String SECRET_ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789(){}[]#$%^&*_+-=";

    private final Tables tables;
    private final Accounts accounts;
    private final Roles roles;
    private final Properties properties;
    private final Choices choices;
    private final Journal journal;
    private final OauthTokens tokens;
    private final OidcTokens foreign;

    InstanceAdmin(
            Tables tables,
            Accounts accounts,
            Roles roles,
            Properties properties,
            Choices choices,
            Journal journal,
            OauthTokens tokens,
            OidcTokens foreign) {
        this.tables = tables;
        this.accounts = accounts;
        this.roles = roles;
        this.properties = properties;
        this.choices = choices;
        this.journal = journal;
        this.tokens = tokens;
        this.foreign = foreign;
    }

    /** Creates an OAuth API endpoint for external clients: only a name, everything else as the form proposes. */
    public OauthClient addOauthEndpoint(String name) {
        synchronized (tables) {
            String clientId = Simulation.hex(16);
            String secret = Simulation.characters(SECRET_ALPHABET, 32);
            Row row = tables.insert(
                    "oauth_entity", Map.of("name", name, "client_id", clientId, "client_secret", secret), "admin");
            return new OauthClient(row.id(), name, clientId, secret);
        }
    }

    /** Configures an OIDC provider to verify tokens of somebody else; the secret is not used for that. */
    public void addOidcProvider(OidcProvider provider) {
        synchronized (tables) {
            foreign.add(provider, Simulation.characters(SECRET_ALPHABET, 32));
        }
    }

    /** Changes a column of the provider's configuration, such as {@code user_claim}. */
    public void changeOidcProvider(String name, String column, String value) {
        synchronized (tables) {
            Table all = tables.get(OidcTokens.PROVIDERS);
            Row changed = all.firstWith("oidc_provider", name).orElseThrow().copy();
            tables.update(all, changed.set(column, value), "admin");
        }
    }

    /** The OAuth API endpoint with this name. */
    public Optional<OauthClient> oauthEndpoint(String name) {
        synchronized (tables) {
            return tables.get("oauth_entity").firstWith("name", name).map(InstanceAdmin::client);
        }
    }

    /** Changes a column of a registry row, such as {@code active} or {@code refresh_token_lifespan}. */
    public void changeOauthEndpoint(OauthClient endpoint, String column, String value) {
        synchronized (tables) {
            Row changed = tables.get("oauth_entity")
                    .row(endpoint.sysId())
                    .orElseThrow()
                    .copy();
            tables.update(tables.get("oauth_entity"), changed.set(column, value), "admin");
        }
    }

    /** Creates a user who works in the instance's pages, with a random password. */
    public InstanceUser addUser(String userName, String firstName, String lastName) {
        synchronized (tables) {
            tables.insert(
                    "sys_user",
                    Map.of(
                            "user_name", userName,
                            "first_name", firstName,
                            "last_name", lastName,
                            "name", firstName + " " + lastName),
                    "admin");
            return user(userName).newPassword();
        }
    }

    /** Creates an integration user as the guide says: web service access only, role {@code incident_manager}. */
    public InstanceUser addIntegrationUser(String userName) {
        return addUser(userName, "Integration", "User")
                .set("web_service_access_only", "true")
                .give("incident_manager");
    }

    /** A user to look at or change. */
    public InstanceUser user(String userName) {
        return new InstanceUser(tables, accounts, roles, userName);
    }

    /** Whether a user exists. */
    public boolean hasUser(String userName) {
        synchronized (tables) {
            return accounts.find(userName).isPresent();
        }
    }

    /** Sets a system property. */
    public void property(String name, String value) {
        synchronized (tables) {
            properties.set(name, value);
        }
    }

    /** Changes a column of a table's {@code sys_db_object} row, such as {@code read_access}. */
    public void tableAccess(String table, String column, String value) {
        synchronized (tables) {
            Table all = tables.get("sys_db_object");
            Row changed = all.firstWith("name", table).orElseThrow().copy();
            tables.update(all, changed.set(column, value), "admin");
        }
    }

    /** Chooses the generation of resolution codes. */
    public void closeCodes(CloseCodes generation) {
        synchronized (tables) {
            choices.closeCodes(generation);
        }
    }

    /** Adds a column of its own to the incident table, such as {@code u_site}. */
    public void addIncidentColumn(String name) {
        synchronized (tables) {
            tables.get(IncidentSchema.NAME).addColumn(Column.text(name));
        }
    }

    /** All incidents, each as its columns with their values. */
    public List<Map<String, String>> incidents() {
        return rows(IncidentSchema.NAME);
    }

    /** One incident, by sys_id or number. */
    public Optional<Map<String, String>> incident(String idOrNumber) {
        return incidents().stream()
                .filter(row -> idOrNumber.equals(row.get(Row.ID)) || idOrNumber.equals(row.get("number")))
                .findFirst();
    }

    /** The incidents that carry a correlation ID. */
    public List<Map<String, String>> incidentsWithCorrelationId(String correlationId) {
        synchronized (tables) {
            return tables.get(IncidentSchema.NAME)
                    .rowsWith("correlation_id", correlationId)
                    .map(row -> Map.copyOf(row.values()))
                    .toList();
        }
    }

    /** The work notes or comments of an incident, oldest first. */
    public List<String> journal(String incidentId, String element) {
        synchronized (tables) {
            return journal.entries(incidentId, element);
        }
    }

    /** Changes an incident as a person in the instance does, without any rule. */
    public void changeIncident(String incidentId, String column, String value) {
        synchronized (tables) {
            Table all = tables.get(IncidentSchema.NAME);
            Row changed = all.row(incidentId).orElseThrow().copy();
            tables.update(all, changed.set(column, value), "admin");
        }
    }

    /** Creates an incident as a person in the instance does. */
    public String addIncident(Map<String, String> values) {
        synchronized (tables) {
            Map<String, String> numbered = new LinkedHashMap<>(values);
            numbered.putIfAbsent("number", properties.nextIncidentNumber());
            return tables.insert(IncidentSchema.NAME, numbered, "admin").id();
        }
    }

    /** Writes a comment or work note as a person in the instance does. */
    public void addJournalEntry(String incidentId, String element, String text) {
        synchronized (tables) {
            journal.append(incidentId, element, text, "admin");
            tables.updateBeside(tables.get(IncidentSchema.NAME), incidentId, "admin");
        }
    }

    /** Deletes an incident as an administrator may. */
    public void deleteIncident(String incidentId) {
        synchronized (tables) {
            tables.delete(tables.get(IncidentSchema.NAME), incidentId);
        }
    }

    /** All rows of a table. */
    public List<Map<String, String>> rows(String table) {
        synchronized (tables) {
            return tables.get(table).rows().map(row -> Map.copyOf(row.values())).toList();
        }
    }

    /** Lets all issued tokens die at once. */
    public void revokeAllTokens() {
        synchronized (tables) {
            tokens.revokeAll();
        }
    }

    private static OauthClient client(Row row) {
        return new OauthClient(row.id(), row.get("name"), row.get("client_id"), row.get("client_secret"));
    }
}
