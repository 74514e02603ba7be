package dev.supportlink.outbound.servicenow;

import dev.supportlink.connection.Connection;
import dev.supportlink.incident.IncidentDestination;
import dev.supportlink.incident.RemoteIncident;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Incidents of the instance through the Table API. */
@ApplicationScoped
public class IncidentConnector implements IncidentDestination {

    private static final Pattern SYS_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    // The whole row: the copy also keeps fields that only this instance has.
    private static final @Nullable String ALL_FIELDS = null;

    @Inject
    InstanceCalls calls;

    @Inject
    InstanceTables tables;

    @Inject
    JournalReader journal;

    @Override
    public Optional<RemoteIncident> findByCorrelationId(Connection connection, String correlationId) {
        String query = EncodedQuery.where("correlation_id", correlationId).text();
        JsonObject answer = calls.read(
                connection, (client, bearer) -> client.list(bearer, "incident", query, ALL_FIELDS, 2, false));
        List<Map<String, String>> rows = InstanceTables.rows(answer);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(theOne(rows, correlationId));
    }

    @Override
    public RemoteIncident create(Connection connection, Map<String, String> fields) {
        JsonObject body = IncidentTranslator.toJson(fields);
        return calls.write(connection, (client, bearer) -> client.create(bearer, body));
    }

    @Override
    public RemoteIncident update(Connection connection, String instanceSysId, Map<String, String> fields) {
        JsonObject body = IncidentTranslator.toJson(fields);
        return calls.write(connection, (client, bearer) -> client.update(bearer, checked(instanceSysId), body));
    }

    @Override
    public Optional<RemoteIncident> read(Connection connection, String instanceSysId) {
        try {
            return Optional.of(IncidentTranslator.incident(
                    calls.read(connection, (client, bearer) -> client.incident(bearer, checked(instanceSysId)))));
        } catch (UpstreamException failure) {
            if (failure.kind() == Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    @Override
    public JournalFinding findJournalEntry(
            Connection connection, String instanceSysId, String element, String text, Instant since) {
        return journal.find(connection, instanceSysId, element, text, since);
    }

    @Override
    public List<String> closeCodes(Connection connection) {
        EncodedQuery query = EncodedQuery.where("name", "incident")
                .and("element", "close_code")
                .and("inactive", "false");
        List<String> fields = List.of("name", "element", "value", "inactive");
        return tables.visibleRows(connection, "sys_choice", query, fields, 200).stream()
                .filter(row -> "incident".equals(row.get("name")) && "close_code".equals(row.get("element")))
                .filter(row -> !"true".equals(row.get("inactive")))
                .map(row -> row.getOrDefault("value", ""))
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    /** An id becomes part of a path. */
    private static String checked(String sysId) {
        if (!SYS_ID.matcher(sysId).matches()) {
            throw new UpstreamException(
                    "instance", Kind.NOT_FOUND, "instance-record-not-found", "This is no sys_id of an instance.");
        }
        return sysId;
    }

    private static RemoteIncident theOne(List<Map<String, String>> rows, String correlationId) {
        if (!rows.stream().allMatch(row -> correlationId.equals(row.get("correlation_id")))) {
            throw new UpstreamException(
                    "instance",
                    Kind.MALFORMED,
                    "instance-query-ignored",
                    "The instance answered a look-up with incidents that were not asked for.");
        }
        if (rows.size() > 1) {
            throw new UpstreamException(
                    "instance",
                    Kind.MALFORMED,
                    "instance-duplicate-incident",
                    "Several incidents of the instance carry the same correlation_id.");
        }
        return IncidentTranslator.incident(rows.get(0))
                .orElseThrow(() -> new UpstreamException(
                        "instance", Kind.MALFORMED, null, "The instance shows an incident without its sys_id."));
    }
}
