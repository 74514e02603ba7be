package dev.supportlink.connection;

import java.time.Instant;
import java.util.Optional;

/**
 * One gate per instance and user: closed by the first refused sign-in, so that no job tries a refused credential again
 * and locks the account. Opened only when a person enters another credential. Shared by all nodes, so it is stored.
 */
public interface InstanceGate {

    /** When the credential of this user was refused; empty while the gate is open. */
    Optional<Instant> closedSince(String instanceOrigin, String userName);

    void close(String instanceOrigin, String userName, Instant at);

    void open(String instanceOrigin, String userName);
}
