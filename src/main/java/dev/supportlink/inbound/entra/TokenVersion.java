package dev.supportlink.inbound.entra;

import java.util.Arrays;
import java.util.Optional;

/** The two forms of access tokens of Entra ID; the API that a token is made for decides which one it gets. */
public enum TokenVersion {
    V1("1.0", "appid", "appidacr"),
    V2("2.0", "azp", "azpacr");

    private final String ver;
    private final String clientClaim;
    private final String proofClaim;

    TokenVersion(String ver, String clientClaim, String proofClaim) {
        this.ver = ver;
        this.clientClaim = clientClaim;
        this.proofClaim = proofClaim;
    }

    static Optional<TokenVersion> of(String ver) {
        return Arrays.stream(values())
                .filter(version -> version.ver.equals(ver))
                .findFirst();
    }

    /** The claim that names the application that asked for the token. */
    String clientClaim() {
        return clientClaim;
    }

    /** The claim that says how that application proved itself: 0 not at all, 1 by a secret, 2 by a certificate. */
    String proofClaim() {
        return proofClaim;
    }
}
