package dev.supportlink.inbound;

import dev.supportlink.secret.KeyedHasher;
import dev.supportlink.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Ends tokens before their time. Who holds a token may end it. */
@ApplicationScoped
public class TokenRevoker {

    @Inject
    TokenRepository tokens;

    @Inject
    KeyedHasher hasher;

    /** An access token dies alone, a refresh token with all that came from it; an unknown one changes nothing. */
    @Transactional
    public void revoke(Secret token) {
        tokens.find(hasher.candidates(TokenKind.ACCESS.purpose(), token)).ifPresent(tokens::remove);
        tokens.find(hasher.candidates(TokenKind.REFRESH.purpose(), token))
                .ifPresent(refresh -> tokens.removeFamily(refresh.family()));
    }
}
