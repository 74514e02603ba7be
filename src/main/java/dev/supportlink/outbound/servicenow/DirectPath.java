package dev.supportlink.outbound.servicenow;

import dev.supportlink.connection.Connection;
import dev.supportlink.inbound.DirectCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The way of a caller in direct mode: the instance credential is the caller's own. */
@ApplicationScoped
public class DirectPath implements DirectCaller {

    @Inject
    InstanceSessions sessions;

    @Inject
    InstanceTables tables;

    @Override
    public void signInAndRead(Connection connection) {
        sessions.prove(connection);
        tables.rows(connection, "incident", EncodedQuery.where("active", "true"), List.of("sys_id"), 1);
    }
}
