package dev.supportlink.setup.steps;

import dev.supportlink.connection.Tenant;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.secret.Secret;
import dev.supportlink.setup.ApplicationTrial;
import dev.supportlink.setup.RefusedOutside;
import dev.supportlink.setup.StepId;
import dev.supportlink.setup.TokenClaims;
import dev.supportlink.verification.Reason;
import dev.supportlink.verification.ReasonCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Proves a typed application by a real token, and looks at what stands in it. */
@ApplicationScoped
public class RestApplicationProof {

    private static final String VERSION_WITH_APPID = "1.0";
    private static final Set<String> PROVEN = Set.of("1", "2");
    // Entra ID knows no such application here, or it is switched off.
    private static final Set<String> ABOUT_CLIENT = Set.of(
            "aadsts-700016", "aadsts-70001", "aadsts-700011", "aadsts-7000229", "aadsts-7000112", "aadsts-90002");
    // The application that the token is for is unknown, switched off, or does not give tokens to everybody.
    private static final Set<String> ABOUT_API = Set.of(
            "aadsts-500011",
            "aadsts-50001",
            "aadsts-650057",
            "aadsts-650052",
            "aadsts-501051",
            "aadsts-50105",
            "aadsts-70011");

    @Inject
    ApplicationTrial entra;

    @Inject
    ReasonCatalogue reasons;

    /** An application as a step asks for it. */
    record Typed(StepId step, Tenant tenant, String clientId, Secret secret) {}

    /**
     * A token of the typed application for an API.
     *
     * @param apiField the input that is wrong when Entra ID does not know the API
     */
    TokenClaims token(Typed typed, String api, String apiField) {
        try {
            return entra.token(typed.tenant(), typed.clientId(), typed.secret(), api);
        } catch (UpstreamException failure) {
            if (failure.kind().passing()) {
                throw failure;
            }
            throw new RefusedOutside(field(failure, apiField), explained(failure, typed.step()));
        }
    }

    /** Refuses the API when the other, known application gets no token for it because of the API. */
    void letsIn(Typed other, String api) {
        try {
            TokenClaims unused = entra.token(other.tenant(), other.clientId(), other.secret(), api);
        } catch (UpstreamException failure) {
            if (aboutApi(failure)) {
                throw new RefusedOutside(ClientIds.FIELD, explained(failure, StepId.REST_API_APPLICATION));
            }
        }
    }

    /** Refuses the application when the token is not what callers will need. */
    void fits(Typed typed, TokenClaims claims, String api) {
        List<String> wrong = new ArrayList<>();
        compare(
                wrong,
                "aud",
                api,
                claims.audience().size() == 1 ? claims.audience().get(0) : claims.audience());
        compare(wrong, "appid", typed.clientId(), claims.clientId());
        compare(wrong, "tid", typed.tenant().id(), claims.tenantId());
        if (claims.scope() != null) {
            wrong.add("it stands for a person (scp)");
        }
        if (claims.proof() == null || !PROVEN.contains(claims.proof())) {
            wrong.add("the application proved itself by neither secret nor certificate (appidacr " + claims.proof()
                    + ")");
        }
        if (!wrong.isEmpty()) {
            Reason reason = reasons.reason("rest-token-differs");
            throw new RefusedOutside(ClientIds.FIELD, reason.saying("In it " + String.join(", ", wrong) + "."));
        }
    }

    /** Refuses an API whose tokens an instance cannot match with its user. */
    void namesTheUser(TokenClaims claims) {
        if (!VERSION_WITH_APPID.equals(claims.version())) {
            throw new RefusedOutside(ClientIds.FIELD, reasons.reason("rest-api-token-version"));
        }
    }

    private Reason explained(UpstreamException failure, StepId step) {
        return reasons.explain(failure).atStep(step.word());
    }

    private static String field(UpstreamException failure, String apiField) {
        String code = failure.code().orElse("");
        if (ABOUT_CLIENT.contains(code)) {
            return ClientIds.FIELD;
        }
        return aboutApi(failure) ? apiField : OutboundCredential.SECRET;
    }

    private static boolean aboutApi(UpstreamException failure) {
        return failure.code().filter(ABOUT_API::contains).isPresent();
    }

    private static void compare(
            List<String> wrong,
            String claim,
            @org.jspecify.annotations.Nullable Object expected,
            @org.jspecify.annotations.Nullable Object seen) {
        if (!String.valueOf(expected).equalsIgnoreCase(String.valueOf(seen))) {
            wrong.add(claim + " is " + seen + " instead of " + expected);
        }
    }
}
