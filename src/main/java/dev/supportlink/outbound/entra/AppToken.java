package dev.supportlink.outbound.entra;

import com.nimbusds.jwt.JWTParser;
import dev.supportlink.outbound.http.BearerToken;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A token for Graph, and what can be read from it for diagnosis; officially it is opaque. */
public record AppToken(BearerToken bearer) {

    /**
     * The application permissions it carries; an empty list when nobody consented, since Entra ID then issues a token
     * without them instead of refusing; empty when the token cannot be read.
     */
    public Optional<List<String>> roles() {
        try {
            @Nullable
            List<String> roles =
                    JWTParser.parse(bearer.value().reveal()).getJWTClaimsSet().getStringListClaim("roles");
            return Optional.of(roles == null ? List.of() : List.copyOf(roles));
        } catch (ParseException opaque) {
            return Optional.empty();
        }
    }
}
