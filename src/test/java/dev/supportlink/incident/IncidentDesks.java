package dev.supportlink.incident;

import dev.supportlink.inbound.InboundCaller;
import dev.supportlink.store.incident.IncidentStore;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Desks for tests, over a real store. */
public final class IncidentDesks {

    private IncidentDesks() {}

    public static IncidentDesk over(IncidentStore store, Outbox outbox, Clock clock) {
        IncidentDesk desk = new IncidentDesk();
        desk.incidents = store.incidents();
        desk.ledger = ledger(store, outbox, clock);
        desk.adoption = (caller, sysId) -> Optional.empty();
        desk.turns = new ListTurns();
        return desk;
    }

    /** The same with incidents of an instance that may be adopted. */
    public static IncidentDesk over(IncidentStore store, Outbox outbox, Clock clock, Adoption adoption) {
        IncidentDesk desk = over(store, outbox, clock);
        desk.adoption = adoption;
        return desk;
    }

    /** As the Table API does it, once it has read the input. */
    public static Incident create(IncidentDesk desk, InboundCaller caller, Map<String, String> input) {
        return desk.create(caller, input.getOrDefault(IncidentFields.CORRELATION_ID, ""), () -> input);
    }

    private static IncidentLedger ledger(IncidentStore store, Outbox outbox, Clock clock) {
        IncidentLedger ledger = new IncidentLedger() {
            @Override
            public Incident create(InboundCaller caller, Map<String, String> input) {
                return store.inTransaction(() -> super.create(caller, input));
            }

            @Override
            public Incident change(InboundCaller caller, String sysId, Map<String, String> input) {
                return store.inTransaction(() -> super.change(caller, sysId, input));
            }
        };
        ledger.incidents = store.incidents();
        ledger.outbox = outbox;
        ledger.clock = clock;
        return ledger;
    }
}
