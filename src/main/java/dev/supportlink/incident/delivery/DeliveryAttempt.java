package dev.supportlink.incident.delivery;

import dev.supportlink.connection.Connection;
import dev.supportlink.incident.Incident;
import dev.supportlink.incident.IncidentDestination;
import dev.supportlink.incident.IncidentDestination.JournalFinding;
import dev.supportlink.incident.IncidentRepository;
import dev.supportlink.incident.InstanceLink;
import dev.supportlink.incident.RemoteIncident;
import dev.supportlink.platform.problem.UpstreamException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One attempt to bring one change to one instance. It looks before it writes whatever might be there already. */
final class DeliveryAttempt {

    /** How far apart two equal entries must be to be told apart by their times; clocks differ. */
    private static final Duration TELLING_APART = Duration.ofMinutes(5);

    /** Failures that come before a request leaves: the change has certainly not arrived. */
    private static final Set<String> BEFORE_SENDING =
            Set.of("dns", "connect", "connect-timeout", "tls", "circuit-open");

    private static final String UNCLEAR =
            "The answer to this entry was lost, and the instance does not show for certain"
                    + " whether it was saved. Look at the incident there, then repeat or drop it.";

    private final DeliveryQueue queue;
    private final IncidentRepository incidents;
    private final IncidentDestination destination;
    private final Clock clock;
    private final Duration lease;
    private final Connection connection;
    private final String origin;
    private final Incident incident;
    private final Claim claim;

    DeliveryAttempt(DeliveryRunner runner, Connection connection, String origin, Incident incident, Claim claim) {
        this.queue = runner.queue;
        this.incidents = runner.incidents;
        this.destination = runner.destination;
        this.clock = runner.clock;
        this.lease = runner.settings.lease();
        this.connection = connection;
        this.origin = origin;
        this.incident = incident;
        this.claim = claim;
    }

    DeliveryResult run() {
        InstanceLink link = linked();
        return switch (delivery().change().kind()) {
            case CREATE -> new DeliveryResult.Delivered();
            case UPDATE -> update(link);
            case JOURNAL -> appendEntry(link);
        };
    }

    private Delivery delivery() {
        return claim.delivery();
    }

    /** The record on this very instance: known, found by our sys_id, or made. A link to another instance counts nothing. */
    private InstanceLink linked() {
        InstanceLink known = incident.link();
        if (known != null && known.origin().equals(origin)) {
            return known;
        }
        RemoteIncident remote = incident.adopted() ? whereItBegan() : foundOrMade();
        InstanceLink link = new InstanceLink(origin, remote.sysId(), remote.number());
        incidents.link(incident.sysId(), link);
        return link;
    }

    private RemoteIncident foundOrMade() {
        return destination.findByCorrelationId(connection, incident.sysId()).orElseGet(this::create);
    }

    /** An adopted incident was never ours to make; only the same instance under another address has it. */
    private RemoteIncident whereItBegan() {
        return destination
                .read(connection, incident.sysId())
                .filter(remote -> remote.number().equals(incident.number()))
                .orElseThrow(() -> new UpstreamException(
                        "instance",
                        UpstreamException.Kind.REJECTED,
                        "instance-record-not-found",
                        "This incident began on another instance, and this one does not have it."));
    }

    private RemoteIncident create() {
        Map<String, String> fields = InstanceFields.ofNew(incident, delivery().change(), this::closeCodes);
        return write(() -> destination.create(connection, fields));
    }

    private DeliveryResult update(InstanceLink link) {
        Map<String, String> fields =
                InstanceFields.ofUpdate(incident, delivery().change(), this::closeCodes);
        if (!fields.isEmpty() && !arrived(link, fields)) {
            write(() -> destination.update(connection, link.sysId(), fields));
        }
        return new DeliveryResult.Delivered();
    }

    /** Whether a change whose answer was lost has been saved. */
    private boolean arrived(InstanceLink link, Map<String, String> fields) {
        return delivery().sentAt() != null
                && look(() -> destination.read(connection, link.sysId()))
                        .map(remote -> fields.entrySet().stream()
                                .allMatch(field ->
                                        field.getValue().equals(remote.fields().getOrDefault(field.getKey(), ""))))
                        .orElse(false);
    }

    private DeliveryResult appendEntry(InstanceLink link) {
        Map.Entry<String, String> entry =
                delivery().change().content().entrySet().iterator().next();
        return switch (finding(link, entry)) {
            case PRESENT -> new DeliveryResult.Delivered();
            case UNREADABLE -> new DeliveryResult.Unclear(UNCLEAR);
            case ABSENT -> written(link, Map.of(entry.getKey(), entry.getValue()));
        };
    }

    /** An entry that was never sent need not be looked for; one found may be an equal one from shortly before. */
    private JournalFinding finding(InstanceLink link, Map.Entry<String, String> entry) {
        Instant sentAt = delivery().sentAt();
        if (sentAt == null) {
            return JournalFinding.ABSENT;
        }
        JournalFinding finding = look(
                () -> destination.findJournalEntry(connection, link.sysId(), entry.getKey(), entry.getValue(), sentAt));
        boolean ambiguous = queue.sameEntryDeliveredAt(delivery())
                .filter(sentAt.minus(TELLING_APART)::isBefore)
                .isPresent();
        return finding == JournalFinding.PRESENT && ambiguous ? JournalFinding.UNREADABLE : finding;
    }

    private DeliveryResult written(InstanceLink link, Map<String, String> fields) {
        write(() -> destination.update(connection, link.sysId(), fields));
        return new DeliveryResult.Delivered();
    }

    /** Each call may take long; a lease only has to last from one to the next. */
    private <T> T look(Supplier<T> call) {
        if (!queue.renew(claim, clock.instant().plus(lease))) {
            throw new LeaseLost();
        }
        return call.get();
    }

    /** The intent is committed first, so that a crash in between is known to be one. */
    private RemoteIncident write(Supplier<RemoteIncident> call) {
        Instant now = clock.instant();
        if (!queue.markSent(claim, now, now.plus(lease))) {
            throw new LeaseLost();
        }
        try {
            return call.get();
        } catch (UpstreamException failure) {
            if (settles(failure)) {
                queue.clearSent(claim);
            }
            throw failure;
        }
    }

    /** Whether it is certain that nothing was saved. */
    private static boolean settles(UpstreamException failure) {
        return switch (failure.kind()) {
            case UNAVAILABLE, MALFORMED -> isBeforeSending(failure.code().orElse(null));
            default -> true;
        };
    }

    private static boolean isBeforeSending(@Nullable String code) {
        return code != null && BEFORE_SENDING.contains(code);
    }

    private List<String> closeCodes() {
        return look(() -> destination.closeCodes(connection));
    }
}
