package dev.supportlink.inbound;

import dev.supportlink.secret.Secret;

/**
 * A token that was just made.
 *
 * @param value what the caller gets, and nobody keeps
 */
record NewToken(Secret value, StoredToken stored) {}
