package dev.supportlink.inbound;

import dev.supportlink.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;

/** Ends tokens before their time. Who holds a token may end it. */
@ApplicationScoped
public class TokenRevoker {

    @Inject
    TokenRepository tokens;

    @Inject
    TokenHasher hasher;

    @Inject
    Event<TokensEnded> ended;

    /** An access token dies alone, a refresh token with all that came from it; an unknown one changes nothing. */
    @Transactional
    public void revoke(Secret token) {
        List<TokenHash> candidates = new ArrayList<>(hasher.candidates(TokenKind.ACCESS, token));
        candidates.addAll(hasher.candidates(TokenKind.REFRESH, token));
        tokens.find(candidates).ifPresent(this::end);
    }

    private void end(StoredToken token) {
        if (token.kind() == TokenKind.ACCESS) {
            tokens.remove(token);
        } else {
            tokens.removeFamily(token.connectionId(), token.family());
        }
        ended.fire(new TokensEnded(token.connectionId()));
    }
}
