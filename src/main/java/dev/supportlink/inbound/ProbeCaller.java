package dev.supportlink.inbound;

/** Plays a caller against this server's own public URL; implemented by {@code outbound}. */
public interface ProbeCaller {

    /**
     * Makes the password grant, one read of the incident list with the token, and revokes the token, all through the
     * public URL. Throws {@link dev.supportlink.platform.problem.UpstreamException} of the system {@code self}: {@code
     * unavailable} when the public URL cannot be reached, another kind when it answered otherwise than it should.
     */
    void signInReadAndRevoke(ProbeCredentials credentials);
}
