package dev.supportlink.inbound.entra;

import java.time.Instant;

/**
 * What a good token comes to.
 *
 * @param userName the integration user's User ID, which is the client ID of the REST user application
 * @param endsAt when it is no longer good
 */
record VerifiedBearer(String connectionId, String userName, Instant endsAt) {}
