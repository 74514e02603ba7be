package dev.supportlink.sandbox.entra;

import dev.supportlink.sandbox.http.Answer;
import dev.supportlink.sandbox.http.JsonTexts;
import dev.supportlink.sandbox.http.Request;
import dev.supportlink.sandbox.state.Simulation;
import jakarta.json.JsonObject;
import java.time.Duration;

/** One of the two token endpoints: v1 takes a resource and answers strings, v2 takes a scope and answers numbers. */
final class TokenEndpoint {

    private final boolean v2;
    private final Simulation simulation;
    private final EntraBehaviour behaviour;
    private final Directory directory;
    private final AccessTokenIssuer issuer;
    private final EntraErrors errors;
    private final ClientAuthentication authentication;
    private final LoopDetector loops;

    TokenEndpoint(
            boolean v2,
            Simulation simulation,
            EntraBehaviour behaviour,
            Directory directory,
            AccessTokenIssuer issuer) {
        this.v2 = v2;
        this.simulation = simulation;
        this.behaviour = behaviour;
        this.directory = directory;
        this.issuer = issuer;
        this.errors = new EntraErrors(simulation, behaviour);
        this.authentication = new ClientAuthentication(simulation, behaviour);
        this.loops = new LoopDetector(simulation, behaviour);
    }

    Answer post(Request request) {
        try {
            return grant(request).with("Cache-Control", "no-store, no-cache").with("Pragma", "no-cache");
        } catch (EntraRefusal refusal) {
            return errors.token(refusal, v2);
        }
    }

    Answer refuseVerb(Request request) {
        return errors.token(Aadsts.WRONG_VERB.about(request.method()), v2);
    }

    Answer refuse(Aadsts reason, String subject) {
        return errors.token(reason.about(subject), v2);
    }

    private Answer grant(Request request) {
        TokenRequest wanted = TokenRequest.read(request, v2);
        Tenant tenant = directory.resolve(request.variable("tenant"));
        if (tenant.elsewhere()) {
            throw Aadsts.TENANT_ELSEWHERE.about(request.variable("tenant"));
        }
        Application client = authentication.authenticate(tenant, wanted);
        Resource resource = Resource.of(directory, tenant, client, wanted.resource());
        loops.count(client, wanted.resource());
        Duration life = behaviour.tokenLife(simulation.chance());
        String token = issuer.issue(tenant, client, resource, life);
        return Answer.json(200, v2 ? numbers(token, life) : strings(token, life, wanted.resource()));
    }

    private static JsonObject numbers(String token, Duration life) {
        return JsonTexts.object()
                .add("token_type", "Bearer")
                .add("expires_in", life.toSeconds() - 1)
                .add("ext_expires_in", life.toSeconds() - 1)
                .add("access_token", token)
                .build();
    }

    private JsonObject strings(String token, Duration life, String resource) {
        String seconds = String.valueOf(life.toSeconds() - 1);
        long now = simulation.now().getEpochSecond();
        return JsonTexts.object()
                .add("token_type", "Bearer")
                .add("expires_in", seconds)
                .add("ext_expires_in", seconds)
                .add("expires_on", String.valueOf(now + life.toSeconds()))
                .add("not_before", String.valueOf(now - 300))
                .add("resource", resource)
                .add("access_token", token)
                .build();
    }
}
