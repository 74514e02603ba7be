package dev.supportlink.outbound.servicenow;

import dev.supportlink.connection.Connection;
import dev.supportlink.incident.IncidentDestination;
import dev.supportlink.incident.JournalEntry;
import dev.supportlink.incident.RemoteIncident;
import dev.supportlink.incident.reading.InstanceRecords;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads many incidents of an instance at once, by their ids: it applies limits before it hides rows, so no page is short. */
@ApplicationScoped
public class RecordsConnector implements InstanceRecords {

    private static final String TABLE = "incident";
    private static final String ID = "sys_id";
    private static final List<String> VERSION = List.of(ID, "sys_updated_on", "sys_mod_count");

    // The whole row: the copy also keeps fields that only this instance has.
    private static final @Nullable String ALL_FIELDS = null;

    @Inject
    InstanceCalls calls;

    @Inject
    InstanceTables tables;

    @Inject
    IncidentDestination incidents;

    @Inject
    JournalReader journal;

    @Override
    public Optional<RemoteIncident> read(Connection connection, String instanceSysId) {
        return incidents.read(connection, instanceSysId).map(record -> theOne(record, instanceSysId));
    }

    @Override
    public Map<String, String> versions(Connection connection, List<String> instanceSysIds) {
        EncodedQuery query = EncodedQuery.whereIn(ID, instanceSysIds);
        List<Map<String, String>> rows = tables.rows(connection, TABLE, query, VERSION, instanceSysIds.size());
        requireAsked(rows, instanceSysIds);
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> row.getOrDefault(ID, ""), RecordsConnector::version, (one, same) -> one));
    }

    @Override
    public List<RemoteIncident> records(Connection connection, List<String> instanceSysIds) {
        String query = EncodedQuery.whereIn(ID, instanceSysIds).text();
        JsonObject answer = calls.read(
                connection,
                (client, bearer) -> client.list(bearer, TABLE, query, ALL_FIELDS, instanceSysIds.size(), false));
        List<Map<String, String>> rows = InstanceTables.rows(answer);
        requireAsked(rows, instanceSysIds);
        return rows.stream()
                .flatMap(row -> IncidentTranslator.incident(row).stream())
                .toList();
    }

    @Override
    public List<JournalEntry> journal(Connection connection, String instanceSysId) {
        return journal.all(connection, instanceSysId);
    }

    /** Both, because times are in whole seconds. */
    private static String version(Map<String, String> row) {
        return row.keySet().containsAll(VERSION) ? row.get("sys_updated_on") + " " + row.get("sys_mod_count") : "";
    }

    private static void requireAsked(List<Map<String, String>> rows, Collection<String> asked) {
        if (!rows.stream().allMatch(row -> asked.contains(row.getOrDefault(ID, "")))) {
            throw ignoredQuery();
        }
    }

    private static RemoteIncident theOne(RemoteIncident record, String instanceSysId) {
        if (!record.sysId().equals(instanceSysId)) {
            throw ignoredQuery();
        }
        return record;
    }

    private static UpstreamException ignoredQuery() {
        return new UpstreamException(
                "instance",
                Kind.MALFORMED,
                "instance-query-ignored",
                "The instance answered a look-up with incidents that were not asked for.");
    }
}
