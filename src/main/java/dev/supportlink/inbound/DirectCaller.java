package dev.supportlink.inbound;

import dev.supportlink.connection.Connection;

/** Plays a caller who goes to the instance itself, in direct mode; implemented by {@code outbound}. */
public interface DirectCaller {

    /**
     * Signs in at the instance with the values of the completion sheet and reads the incident list. Throws {@link
     * dev.supportlink.platform.problem.UpstreamException} when it is refused; a refused credential is not tried again.
     */
    void signInAndRead(Connection connection);
}
