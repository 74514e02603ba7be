package dev.supportlink.inbound;

import dev.supportlink.secret.Secret;

/** What a caller presents to be given a token, beside its client. */
public sealed interface TokenGrant {

    /** A sign-in of the connection's integration user. */
    record Password(String userName, Secret password) implements TokenGrant {}

    /** A refresh token that was issued to the same client. */
    record Refresh(Secret refreshToken) implements TokenGrant {}

    /** Nothing more: the client stands for the integration user. */
    record ClientAlone() implements TokenGrant {}
}
