package dev.supportlink.outbound.servicenow;

import dev.supportlink.outbound.http.Calls;
import dev.supportlink.outbound.http.Target;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import dev.supportlink.setup.InstanceAdministration.Administrator;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The calls of one administrator at one instance; none is sent twice. */
record AdministratorSession(Calls calls, Target target, AdministratorClient client, String basic) {

    static AdministratorSession of(
            Calls calls, Target target, AdministratorClient client, Administrator administrator) {
        String pair = administrator.userName().reveal() + ":"
                + administrator.password().reveal();
        String basic = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return new AdministratorSession(calls, target, client, basic);
    }

    /** The row whose field really has this value: an instance drops conditions that it does not understand. */
    Optional<Map<String, String>> find(String table, String field, String value, List<String> fields) {
        EncodedQuery query = EncodedQuery.where(field, value);
        return list(table, query, fields).stream()
                .filter(row -> value.equals(row.get(field)))
                .findFirst();
    }

    List<Map<String, String>> list(String table, EncodedQuery query, List<String> fields) {
        return InstanceTables.rows(
                send(() -> client.list(basic, table, query.text(), String.join(",", fields), 500, true)));
    }

    /** The new row's sys_id and the fields asked for. */
    Map<String, String> create(String table, Map<String, String> values, String fields) {
        return row(send(() -> client.create(basic, table, true, fields, json(values))));
    }

    void update(String table, String id, Map<String, String> values) {
        send(() -> client.update(basic, table, id, true, "sys_id", json(values)));
    }

    @Override
    public String toString() {
        return "AdministratorSession[" + target.origin() + "]";
    }

    private JsonObject send(Supplier<JsonObject> request) {
        try {
            return calls.once(target, request);
        } catch (UpstreamException failure) {
            throw switch (failure.kind()) {
                case UNAUTHENTICATED -> explained(failure, "instance-admin-refused");
                case FORBIDDEN -> explained(failure, "instance-admin-not-allowed");
                default -> failure;
            };
        }
    }

    private static UpstreamException explained(UpstreamException failure, String code) {
        return new UpstreamException("instance", failure.kind(), code, String.valueOf(failure.getMessage()));
    }

    private static Map<String, String> row(JsonObject answer) {
        if (answer.get("result") instanceof JsonObject result) {
            return IncidentTranslator.fields(result);
        }
        throw new UpstreamException("instance", Kind.MALFORMED, null, "The answer of the Table API has no result.");
    }

    private static JsonObject json(Map<String, String> values) {
        JsonObjectBuilder body = Json.createObjectBuilder();
        values.forEach(body::add);
        return body.build();
    }
}
