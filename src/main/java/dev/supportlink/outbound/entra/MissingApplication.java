package dev.supportlink.outbound.entra;

import dev.supportlink.platform.problem.UpstreamException;

/** Set-up has not come so far that a token could be asked for. */
final class MissingApplication extends UpstreamException {

    private static final long serialVersionUID = 1L;

    private MissingApplication(String code, String message) {
        super("entra", Kind.UNAUTHENTICATED, code, message);
    }

    static MissingApplication tenant() {
        return new MissingApplication("tenant-not-resolved", "The connection has no tenant ID yet.");
    }

    static MissingApplication clientId() {
        return new MissingApplication("entra-application-missing", "The connection has no client ID yet.");
    }

    /** None is stored, or the one that is was stored for another tenant. */
    static MissingApplication secret() {
        return new MissingApplication(
                "outbound-secret-missing", "The connection has no client secret for this tenant.");
    }

    /** One of the two applications by which callers sign in, or the REST user application's secret for this tenant. */
    static MissingApplication rest() {
        return new MissingApplication(
                "rest-application-missing", "The connection has no REST applications with a secret for this tenant.");
    }
}
