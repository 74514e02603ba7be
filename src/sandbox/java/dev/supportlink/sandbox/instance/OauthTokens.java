package dev.supportlink.sandbox.instance;

import dev.supportlink.sandbox.state.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The tokens the instance issued, kept as rows of {@code oauth_credential}. */
final class OauthTokens {

    private static final String TABLE = "oauth_credential";
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    enum Kind {
        ACCESS("access_token", "access_token_lifespan"),
        REFRESH("refresh_token", "refresh_token_lifespan");

        private final String type;
        private final String lifespanColumn;

        Kind(String type, String lifespanColumn) {
            this.type = type;
            this.lifespanColumn = lifespanColumn;
        }
    }

    private final Simulation simulation;
    private final Tables tables;

    OauthTokens(Simulation simulation, Tables tables) {
        this.simulation = simulation;
        this.tables = tables;
    }

    /** The live token of a client and user with its end moved forward, or a new one. */
    Row renew(Kind kind, Row client, Row user) {
        purge(user);
        Row token = live(kind, client, user).orElseGet(() -> create(kind, client, user));
        tables.touch(token, "expires", end(kind, client));
        return token;
    }

    /** The live token of a client and user as it is, or a new one. */
    Row current(Kind kind, Row client, Row user) {
        purge(user);
        return live(kind, client, user).orElseGet(() -> create(kind, client, user));
    }

    Optional<Row> find(Kind kind, String token) {
        return tables.get(TABLE)
                .rowsWith("token", token)
                .filter(row -> isLive(kind, row))
                .findFirst();
    }

    void revoke(String token) {
        tables.get(TABLE).firstWith("token", token).ifPresent(row -> tables.delete(tables.get(TABLE), row.id()));
    }

    void revokeAll() {
        tables.get(TABLE).clear();
        simulation.changes().note();
    }

    long secondsLeft(Row token) {
        return Duration.between(simulation.now(), InstanceTime.parse(token.get("expires")))
                .toSeconds();
    }

    private Optional<Row> live(Kind kind, Row client, Row user) {
        return tables.get(TABLE)
                .rowsWith("user", user.id())
                .filter(row -> row.has("peer", client.id()) && isLive(kind, row))
                .findFirst();
    }

    private boolean isLive(Kind kind, Row row) {
        return row.has("type", kind.type) && isLive(row);
    }

    private boolean isLive(Row row) {
        return InstanceTime.parse(row.get("expires")).isAfter(simulation.now());
    }

    private void purge(Row user) {
        tables.get(TABLE)
                .rowsWith("user", user.id())
                .filter(row -> !isLive(row))
                .toList()
                .forEach(row -> tables.delete(tables.get(TABLE), row.id()));
    }

    private Row create(Kind kind, Row client, Row user) {
        return tables.insert(
                TABLE,
                Map.of(
                        "token", Simulation.characters(ALPHABET, 86),
                        "type", kind.type,
                        "expires", end(kind, client),
                        "user", user.id(),
                        "peer", client.id()),
                Tables.SYSTEM);
    }

    private String end(Kind kind, Row client) {
        Instant end = simulation.now().plusSeconds(Long.parseLong(client.get(kind.lifespanColumn)));
        return InstanceTime.format(end);
    }
}
