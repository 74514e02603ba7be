package dev.supportlink.outbound.servicenow;

import dev.supportlink.connection.Connection;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;

/** Reads rows of the instance's tables as far as the integration user may see them. */
@ApplicationScoped
class InstanceTables {

    @Inject
    InstanceCalls calls;

    /** Rows with these fields; a field hidden from the user is missing from the row. */
    List<Map<String, String>> rows(
            Connection connection, String table, EncodedQuery query, List<String> fields, int limit) {
        return rows(calls.read(
                connection,
                (client, bearer) -> client.list(bearer, table, query.text(), String.join(",", fields), limit, false)));
    }

    /** The same as the user sees them on a form. */
    List<Map<String, String>> displayedRows(
            Connection connection, String table, EncodedQuery query, List<String> fields, int limit) {
        return rows(calls.read(
                connection,
                (client, bearer) -> client.list(bearer, table, query.text(), String.join(",", fields), limit, true)));
    }

    /** Rows, or none where the user may not read the table: instances answer both ways for hidden rows. */
    List<Map<String, String>> visibleRows(
            Connection connection, String table, EncodedQuery query, List<String> fields, int limit) {
        try {
            return rows(connection, table, query, fields, limit);
        } catch (UpstreamException failure) {
            if (failure.kind() == Kind.FORBIDDEN || failure.kind() == Kind.NOT_FOUND) {
                return List.of();
            }
            throw failure;
        }
    }

    static List<Map<String, String>> rows(JsonObject answer) {
        if (answer.get("result") instanceof JsonArray result) {
            return result.stream()
                    .filter(JsonObject.class::isInstance)
                    .map(row -> IncidentTranslator.fields(row.asJsonObject()))
                    .toList();
        }
        throw new UpstreamException("instance", Kind.MALFORMED, null, "The answer of the Table API has no result.");
    }
}
