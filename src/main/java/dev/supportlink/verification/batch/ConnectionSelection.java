package dev.supportlink.verification.batch;

import dev.supportlink.connection.ConnectionRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** The connections that one run of the job takes in: those that are due, or all of them. */
@ApplicationScoped
public class ConnectionSelection {

    /** More wait for the next run; it bounds what a run keeps in memory. */
    static final int MOST = 50_000;

    private static final String ALL = "all";

    /** Every connection is due by then. */
    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    @Inject
    ConnectionRepository connections;

    /** Their ids, in the order of the ids, so that a restart finds its place again. */
    List<String> ids(String selection, Instant dueAt) {
        Instant dueBy = selection.equals(ALL) ? END_OF_TIME : dueAt;
        return connections.dueForVerification(dueBy, MOST).stream().sorted().toList();
    }
}
