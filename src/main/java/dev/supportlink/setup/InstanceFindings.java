package dev.supportlink.setup;

import dev.supportlink.connection.Instance;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator's read-only script found at an instance: the rows that the integration user may not read itself.
 *
 * @param foundAt when the script ran, by the instance's clock
 * @param registration null where the connection has no OAuth client there
 */
public record InstanceFindings(
        Instant foundAt,
        User user,
        Set<String> roles,
        @Nullable Registration registration,
        List<TableAccess> tables) {

    /** The integration user's flags. */
    public record User(
            String userName,
            boolean active,
            boolean lockedOut,
            boolean passwordNeedsReset,
            boolean webServiceAccessOnly) {}

    /** The row of the OAuth registry. */
    public record Registration(
            String clientId,
            String name,
            boolean active,
            @Nullable Long refreshTokenLifespan) {}

    /** Which doors a table has. */
    public record TableAccess(String name, boolean readAccess, boolean webServiceAccess) {}

    public InstanceFindings {
        roles = Set.copyOf(roles);
        tables = List.copyOf(tables);
    }

    /** Whether it is about this instance's present user and client. */
    public boolean about(Instance instance) {
        boolean sameClient = instance.clientId() == null
                || (registration != null && instance.clientId().equals(registration.clientId()));
        return user.userName().equals(instance.userName()) && sameClient;
    }

    /** The form in which it is kept; {@link FindingsReader} reads it back. */
    public JsonObject toJson(String connectionId) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("format", FindingsReader.FORMAT)
                .add("connection", connectionId)
                .add("at", foundAt.toString())
                .add("user", json(user))
                .add("roles", Json.createArrayBuilder(roles.stream().sorted().toList()));
        if (registration == null) {
            json.addNull("oauthEntity");
        } else {
            json.add("oauthEntity", json(registration));
        }
        JsonArrayBuilder access = Json.createArrayBuilder();
        tables.forEach(table -> access.add(json(table)));
        return json.add("tables", access).build();
    }

    private static JsonObjectBuilder json(User user) {
        return Json.createObjectBuilder()
                .add("userName", user.userName())
                .add("active", user.active())
                .add("lockedOut", user.lockedOut())
                .add("passwordNeedsReset", user.passwordNeedsReset())
                .add("webServiceAccessOnly", user.webServiceAccessOnly());
    }

    private static JsonObjectBuilder json(Registration registration) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("clientId", registration.clientId())
                .add("name", registration.name())
                .add("active", registration.active());
        Long lifespan = registration.refreshTokenLifespan();
        return lifespan == null ? json.addNull("refreshTokenLifespan") : json.add("refreshTokenLifespan", lifespan);
    }

    private static JsonObjectBuilder json(TableAccess table) {
        return Json.createObjectBuilder()
                .add("name", table.name())
                .add("readAccess", table.readAccess())
                .add("webServiceAccess", table.webServiceAccess());
    }
}
