package dev.supportlink.incident;

import dev.supportlink.inbound.InboundCaller;
import dev.supportlink.incident.AcceptedChange.Kind;
import dev.supportlink.platform.problem.InvalidInput;
import dev.supportlink.platform.text.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Stores an incident's change and its deliveries in one transaction. */
@ApplicationScoped
public class IncidentLedger {

    private static final Map<String, String> DEFAULTS = Map.of(
            IncidentFields.STATE, "1",
            IncidentFields.IMPACT, "3",
            IncidentFields.URGENCY, "3",
            IncidentFields.CATEGORY, "inquiry");

    /** In characters, each entry counted as so many more than its text has. */
    static final int LARGEST_JOURNAL = 1_000_000;

    static final int ENTRY_SIZE = 200;

    @Inject
    IncidentRepository incidents;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    @Transactional
    public Incident create(InboundCaller caller, Map<String, String> input) {
        FieldChanges changes = FieldRules.changes(input, Map.of());
        Incident.Stamp now = stamp(caller);
        Incident incident = new Incident(
                Ids.next(),
                caller.connectionId(),
                incidents.nextNumber(),
                0,
                resolutionTimed(DEFAULTS, changes.applyTo(DEFAULTS), now.at()),
                now,
                now,
                entries(changes, now),
                null,
                null);
        incidents.add(incident);
        outbox.accept(incident, accepted(Kind.CREATE, changes.applyTo(Map.of()), changes));
        return incidents.find(incident.connectionId(), incident.sysId()).orElseThrow(IncidentNotFound::new);
    }

    @Transactional
    public Incident change(InboundCaller caller, String sysId, Map<String, String> input) {
        Incident before = incidents.lock(caller.connectionId(), sysId).orElseThrow(IncidentNotFound::new);
        FieldChanges changes = FieldRules.changes(input, before.fields());
        if (changes.isEmpty()) {
            return before;
        }
        requireRoom(before, changes);
        Incident after = changed(before, changes, stamp(caller));
        incidents.save(before, after);
        outbox.accept(after, accepted(Kind.UPDATE, changes.fields(), changes));
        return after;
    }

    /** All of the journal is read with the record, so there is an end of what one incident may hold. */
    private static void requireRoom(Incident before, FieldChanges changes) {
        long size = before.journal().stream()
                .mapToLong(entry -> entry.text().length() + ENTRY_SIZE)
                .sum();
        if (size > LARGEST_JOURNAL && !changes.notes().isEmpty()) {
            throw new InvalidInput(
                    changes.notes().get(0).element(),
                    "the incident's journal is full; go on in another incident, whose parent_incident may name this one");
        }
    }

    private static Incident changed(Incident before, FieldChanges changes, Incident.Stamp now) {
        return new Incident(
                before.sysId(),
                before.connectionId(),
                before.number(),
                before.modCount() + 1,
                resolutionTimed(before.fields(), changes.applyTo(before.fields()), now.at()),
                before.created(),
                now,
                Stream.concat(before.journal().stream(), entries(changes, now).stream())
                        .toList(),
                before.instanceOrigin(),
                before.link());
    }

    /** The time of resolution comes with state 6 and goes with it. */
    private static Map<String, String> resolutionTimed(
            Map<String, String> before, Map<String, String> after, Instant now) {
        Map<String, String> timed = new LinkedHashMap<>(after);
        if (!sameIn(before, after, IncidentFields.IMPACT) || !sameIn(before, after, IncidentFields.URGENCY)) {
            // What the instance made of the former values holds no more.
            timed.remove(IncidentFields.PRIORITY);
        }
        String state = after.getOrDefault(IncidentFields.STATE, "");
        if (!state.equals(before.get(IncidentFields.STATE))) {
            timed.remove(IncidentFields.RESOLVED_AT);
            if (state.equals("6")) {
                timed.put(IncidentFields.RESOLVED_AT, ServiceNowTime.format(now));
            }
        }
        return timed;
    }

    private static boolean sameIn(Map<String, String> before, Map<String, String> after, String field) {
        return before.getOrDefault(field, "").equals(after.getOrDefault(field, ""));
    }

    private static List<AcceptedChange> accepted(Kind kind, Map<String, String> fields, FieldChanges changes) {
        List<AcceptedChange> accepted = new ArrayList<>();
        if (kind == Kind.CREATE || !fields.isEmpty()) {
            accepted.add(new AcceptedChange(kind, fields));
        }
        changes.notes()
                .forEach(note -> accepted.add(new AcceptedChange(Kind.JOURNAL, Map.of(note.element(), note.text()))));
        return accepted;
    }

    private static List<JournalEntry> entries(FieldChanges changes, Incident.Stamp now) {
        return changes.notes().stream()
                .map(note -> new JournalEntry(note.element(), note.text(), now.by(), now.at()))
                .toList();
    }

    private Incident.Stamp stamp(InboundCaller caller) {
        return new Incident.Stamp(ServiceNowTime.toSecond(clock.instant()), caller.userName());
    }
}
