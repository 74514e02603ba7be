package dev.supportlink.verification.batch;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.ConnectionFilter;
import dev.supportlink.connection.ConnectionRepository;
import dev.supportlink.platform.page.PageRequest;
import dev.supportlink.platform.page.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The connections that one run of the job takes in: those that are due, or all of them. */
@ApplicationScoped
public class ConnectionSelection {

    /** More wait for the next run; it bounds what a run keeps in memory. */
    static final int MOST = 50_000;

    private static final String ALL = "all";

    @Inject
    ConnectionRepository connections;

    /** Their ids, in the order of the ids, so that a restart finds its place again. */
    List<String> ids(String selection, Instant dueAt) {
        List<String> found =
                new ArrayList<>(selection.equals(ALL) ? all() : connections.dueForVerification(dueAt, MOST));
        Collections.sort(found);
        return found;
    }

    private List<String> all() {
        List<String> found = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Slice<Connection> page =
                    connections.list(ConnectionFilter.ALL, new PageRequest(PageRequest.MAX_LIMIT, cursor));
            page.items().forEach(connection -> found.add(connection.id()));
            cursor = page.nextCursor();
        } while (cursor != null);
        return found;
    }
}
