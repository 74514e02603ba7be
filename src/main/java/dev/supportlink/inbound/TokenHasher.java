package dev.supportlink.inbound;

import dev.supportlink.secret.KeyedHasher;
import dev.supportlink.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Hashes tokens, each kind for its own purpose. */
@ApplicationScoped
public class TokenHasher {

    @Inject
    KeyedHasher hasher;

    /** For storing a new token. */
    TokenHash hash(TokenKind kind, Secret token, Instant end) {
        return TokenHash.of(end, hasher.hash(kind.purpose(), token));
    }

    /** For looking up whatever was presented, under every key of the keyset. */
    List<TokenHash> candidates(TokenKind kind, Secret presented) {
        String prefix = TokenText.prefix(presented);
        return hasher.candidates(kind.purpose(), presented).stream()
                .map(hash -> new TokenHash(hash.keyId(), prefix + hash.hex()))
                .toList();
    }
}
