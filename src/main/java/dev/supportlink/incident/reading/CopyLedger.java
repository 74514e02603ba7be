package dev.supportlink.incident.reading;

import dev.supportlink.audit.AuditTrail;
import dev.supportlink.connection.Connection;
import dev.supportlink.connection.ConnectionRepository;
import dev.supportlink.connection.Instance;
import dev.supportlink.inbound.InboundCaller;
import dev.supportlink.incident.Incident;
import dev.supportlink.incident.IncidentFields;
import dev.supportlink.incident.IncidentRepository;
import dev.supportlink.incident.InstanceLink;
import dev.supportlink.incident.JournalEntry;
import dev.supportlink.incident.RemoteIncident;
import dev.supportlink.incident.ServiceNowTime;
import dev.supportlink.incident.delivery.Delivery;
import dev.supportlink.incident.delivery.DeliveryQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Stores what was read from an instance, if nothing has changed here since it was asked. */
@ApplicationScoped
public class CopyLedger {

    private static final int LONGEST_NAME = 40;
    private static final Map<String, String> DEFAULTS = Map.of(
            IncidentFields.STATE, "1",
            IncidentFields.IMPACT, "3",
            IncidentFields.URGENCY, "3");

    @Inject
    ConnectionRepository connections;

    @Inject
    IncidentRepository incidents;

    @Inject
    DeliveryQueue deliveries;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /**
     * Makes a copy with the instance's sys_id and number. Nothing when the connection has become another in the meantime,
     * or the record is some connection's already.
     */
    @Transactional
    public Optional<Incident> adopt(
            LookUp lookUp, RemoteIncident record, List<JournalEntry> journal, InboundCaller caller) {
        Connection connection = connections.lock(lookUp.connectionId());
        Instance instance = connection.instance();
        if (instance == null || !isAbout(lookUp, connection, instance) || isTaken(lookUp, record)) {
            return incidents.find(lookUp.connectionId(), lookUp.sysId());
        }
        Incident copy = copyOf(record, connection.id(), instance.origin(), journal);
        incidents.add(copy);
        audit.record(
                "caller:" + caller.userName(),
                "incident-adopted",
                connection.id(),
                Map.of("incident", copy.sysId(), "number", copy.number()));
        return incidents.find(connection.id(), copy.sysId());
    }

    /**
     * Takes a counterpart's state over into a locked copy, but for fields with a delivery that is open.
     *
     * @return what to remember; empty when a change came in or was settled while the instance was asked, so that what it
     *     said may be older than the copy
     */
    @Transactional
    public Optional<Refreshed> refresh(CopyToRead asked, InstanceLink link, Counterpart counterpart) {
        Incident before =
                incidents.lock(counterpart.connectionId(), asked.sysId()).orElse(null);
        List<Delivery> all = deliveries.of(counterpart.connectionId(), asked.sysId());
        if (before == null || !isLinked(before, link) || !DeliveryCount.of(all).equals(asked.deliveries())) {
            return Optional.empty();
        }
        Set<String> kept = KeptFields.of(all);
        Map<String, String> fields =
                TakenOver.merged(before.fields(), counterpart.record().fields(), kept);
        List<JournalEntry> added = JournalAdditions.to(before.journal(), counterpart.journal());
        boolean changed = !fields.equals(before.fields()) || !added.isEmpty();
        if (changed) {
            incidents.save(before, changed(before, fields, added, counterpart.record()));
        }
        return Optional.of(new Refreshed(changed, kept.isEmpty(), before.modCount() + (changed ? 1 : 0)));
    }

    private static boolean isAbout(LookUp lookUp, Connection connection, Instance instance) {
        return instance.origin().equals(lookUp.origin())
                && lookUp.adoptionQuery().equals(connection.adoptionQuery());
    }

    private boolean isTaken(LookUp lookUp, RemoteIncident record) {
        return incidents.locate(record.sysId()).isPresent()
                || incidents.linkedTo(lookUp.origin(), record.sysId()).isPresent();
    }

    private static boolean isLinked(Incident copy, InstanceLink link) {
        InstanceLink present = copy.link();
        return present != null
                && present.origin().equals(link.origin())
                && present.sysId().equals(link.sysId());
    }

    private Incident copyOf(RemoteIncident record, String connectionId, String origin, List<JournalEntry> journal) {
        Map<String, String> row = record.fields();
        String number = StorableText.of(record.number(), LONGEST_NAME);
        return new Incident(
                record.sysId(),
                connectionId,
                number,
                modCount(row.getOrDefault("sys_mod_count", "")),
                TakenOver.merged(DEFAULTS, row, Set.of()),
                stamp(row, "sys_created_on", "sys_created_by"),
                stamp(row, "sys_updated_on", "sys_updated_by"),
                journal,
                origin,
                new InstanceLink(origin, record.sysId(), number));
    }

    /** The time is ours: who polls this copy by its time of change would miss what is dated back. */
    private Incident changed(
            Incident before, Map<String, String> fields, List<JournalEntry> added, RemoteIncident record) {
        Incident.Stamp there = stamp(record.fields(), "sys_updated_on", "sys_updated_by");
        return new Incident(
                before.sysId(),
                before.connectionId(),
                before.number(),
                before.modCount() + 1,
                fields,
                before.created(),
                new Incident.Stamp(ServiceNowTime.toSecond(clock.instant()), there.by()),
                Stream.concat(before.journal().stream(), added.stream()).collect(Collectors.toList()),
                before.instanceOrigin(),
                before.link());
    }

    private Incident.Stamp stamp(Map<String, String> row, String on, String by) {
        Instant at = ServiceNowTime.parse(row.getOrDefault(on, ""))
                .orElseGet(() -> ServiceNowTime.toSecond(clock.instant()));
        return new Incident.Stamp(at, StorableText.of(row.getOrDefault(by, ""), LONGEST_NAME));
    }

    private static long modCount(String text) {
        return text.matches("[0-9]{1,9}") ? Long.parseLong(text) : 0;
    }
}
