package dev.supportlink.incident;

import dev.supportlink.inbound.InboundCaller;
import dev.supportlink.incident.query.IncidentQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Where callers create, read and change incidents. A caller sees its own connection's incidents and no trace of any
 * other. What is answered as accepted is stored, together with its deliveries.
 */
@ApplicationScoped
public class IncidentDesk {

    @Inject
    IncidentRepository incidents;

    @Inject
    IncidentLedger ledger;

    @Inject
    Adoption adoption;

    @Inject
    ListTurns turns;

    /**
     * Creates an incident, or answers the first one that came with the same {@code correlation_id}: then nothing is
     * stored or delivered, whatever else the input says, even what no input may say.
     *
     * @param correlationId the caller's; empty for none
     * @param input values by field name, as sent; asked for only when an incident is to be created
     */
    public Incident create(InboundCaller caller, String correlationId, Supplier<Map<String, String>> input) {
        requireWriter(caller);
        return first(caller, correlationId).orElseGet(() -> store(caller, input.get(), correlationId));
    }

    /** {@link IncidentNotFound} for an unknown one and for another connection's alike. */
    public Incident read(InboundCaller caller, String sysId) {
        return incidents.find(caller.connectionId(), sysId).orElseGet(() -> adopted(caller, sysId));
    }

    /** Of a copy that the caller may see; costs a fraction of reading it. Empty where {@link #read} might adopt one. */
    public Optional<IncidentRevision> revision(InboundCaller caller, String sysId) {
        return incidents.revision(caller.connectionId(), sysId);
    }

    /** Merges the input into the record; a value equal to the stored one is no change. */
    public Incident change(InboundCaller caller, String sysId, Map<String, String> input) {
        requireWriter(caller);
        try {
            return ledger.change(caller, sysId, input);
        } catch (IncidentNotFound absent) {
            return ledger.change(caller, adopted(caller, sysId).sysId(), input);
        }
    }

    /** Some of a page's incidents, in the same order; one that is gone by now is left out. */
    public List<Incident> records(InboundCaller caller, List<String> sysIds) {
        return incidents.byIds(caller.connectionId(), sysIds);
    }

    /**
     * Rows of the query's order; the total costs a query of its own. {@link TooManySearches} and {@link SearchTooSlow} keep
     * one connection from taking the database from all others.
     */
    public IncidentPage list(InboundCaller caller, IncidentQuery query, int offset, int limit) {
        return turns.within(caller.connectionId(), () -> {
            long total = incidents.count(caller.connectionId(), query);
            return new IncidentPage(rows(caller, query, offset, limit), OptionalLong.of(total));
        });
    }

    /** Rows without their total. */
    public IncidentPage listUncounted(InboundCaller caller, IncidentQuery query, int offset, int limit) {
        return turns.within(
                caller.connectionId(),
                () -> new IncidentPage(rows(caller, query, offset, limit), OptionalLong.empty()));
    }

    private List<String> rows(InboundCaller caller, IncidentQuery query, int offset, int limit) {
        return incidents.ids(caller.connectionId(), query, offset, limit);
    }

    private Incident adopted(InboundCaller caller, String sysId) {
        return adoption.adopt(caller, sysId).orElseThrow(IncidentNotFound::new);
    }

    private Optional<Incident> first(InboundCaller caller, String correlationId) {
        boolean possible = !correlationId.isEmpty()
                && IncidentFields.unstorable(correlationId).isEmpty();
        return possible ? incidents.findByCorrelationId(caller.connectionId(), correlationId) : Optional.empty();
    }

    /** Two of the same at the same moment both find none; the database lets one through, the other answers it. */
    private Incident store(InboundCaller caller, Map<String, String> input, String correlationId) {
        try {
            return ledger.create(caller, input);
        } catch (CorrelationTaken taken) {
            return first(caller, correlationId).orElseThrow(() -> taken);
        }
    }

    private static void requireWriter(InboundCaller caller) {
        if (caller.readOnly()) {
            throw new ReadOnlyCaller();
        }
    }
}
