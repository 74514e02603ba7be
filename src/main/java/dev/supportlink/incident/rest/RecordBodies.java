package dev.supportlink.incident.rest;

import dev.supportlink.inbound.InboundCaller;
import dev.supportlink.incident.Incident;
import dev.supportlink.incident.IncidentDesk;
import dev.supportlink.incident.IncidentRevision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The bodies of answers about one record. Callers ask for the same records again and again, mostly unchanged since: the
 * last bodies are kept, and given out only if a look at the database says that the record still has that revision.
 */
@ApplicationScoped
class RecordBodies {

    /** With the longest ones 16 MiB. */
    static final int MOST = 2_000;

    static final int LONGEST = 8_192;

    private record Which(String connectionId, String sysId, RecordForm form) {}

    private record Kept(IncidentRevision revision, byte[] body) {}

    @Inject
    IncidentDesk desk;

    private final Map<Which, Kept> bodies = new ConcurrentHashMap<>();

    /** {@code {"result":{...}}}. Public, because the container calls other methods by reflection. */
    public byte[] of(InboundCaller caller, String sysId, RecordForm form) {
        Which which = new Which(caller.connectionId(), sysId, form);
        return unchanged(caller, which).orElseGet(() -> fresh(caller, which));
    }

    /** How many bodies are kept. */
    int kept() {
        return bodies.size();
    }

    /** A record that nobody asked for lately costs one read, not two. */
    private Optional<byte[]> unchanged(InboundCaller caller, Which which) {
        Kept known = bodies.get(which);
        return known == null
                ? Optional.empty()
                : desk.revision(caller, which.sysId())
                        .filter(known.revision()::equals)
                        .map(same -> known.body());
    }

    private byte[] fresh(InboundCaller caller, Which which) {
        Incident incident = desk.read(caller, which.sysId());
        byte[] body = RecordJson.alone(RecordView.of(incident, which.form()));
        keep(which, new Kept(incident.revision(), body));
        return body;
    }

    /** Whole records only: there is no end of the choices of fields. When there are too many, all begin anew. */
    private void keep(Which which, Kept kept) {
        if (!which.form().wanted().isEmpty() || kept.body().length > LONGEST) {
            return;
        }
        if (bodies.size() >= MOST) {
            bodies.clear();
        }
        bodies.put(which, kept);
    }
}
