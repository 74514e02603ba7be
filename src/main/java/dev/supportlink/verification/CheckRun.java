package dev.supportlink.verification;

import dev.supportlink.connection.Connection;

/** What a check gets to work with: the connection as it was when the verification began, and why it runs. */
public record CheckRun(String verificationId, Connection connection, Trigger trigger) {

    /** Whether a check may write a marked test incident. */
    public boolean mayWrite() {
        return trigger == Trigger.PERSON && connection.environment() == dev.supportlink.connection.Environment.TEST;
    }
}
