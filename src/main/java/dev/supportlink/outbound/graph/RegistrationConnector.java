package dev.supportlink.outbound.graph;

import dev.supportlink.connection.Tenant;
import dev.supportlink.outbound.entra.CloudSettings;
import dev.supportlink.outbound.http.Calls;
import dev.supportlink.outbound.http.JsonFields;
import dev.supportlink.outbound.http.Pauser;
import dev.supportlink.outbound.http.RestClients;
import dev.supportlink.outbound.http.Target;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import dev.supportlink.secret.Secret;
import dev.supportlink.setup.ApplicationRegistrar;
import dev.supportlink.setup.OutboundTrial;
import dev.supportlink.setup.script.EntraRegistration;
import dev.supportlink.setup.script.ODataString;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes app registrations and their secrets at Graph with an administrator's token. */
@ApplicationScoped
public class RegistrationConnector implements ApplicationRegistrar {

    /** Half a year: long enough to be rotated in time, short enough to matter. */
    static final Duration SECRET_LIFE = Duration.ofDays(180);

    // What was just made is not known everywhere at once; minutes are possible, but a person waits.
    private static final int ATTEMPTS = 10;
    private static final Duration PAUSE = Duration.ofSeconds(3);

    @Inject
    RestClients clients;

    @Inject
    Calls calls;

    @Inject
    Pauser pauser;

    @Inject
    CloudSettings clouds;

    @Inject
    OutboundTrial trial;

    @Inject
    Clock clock;

    @Override
    public Registered register(EntraRegistration wanted, @Nullable String clientId, Secret accessToken) {
        RegistrationSession session = session(wanted.graphUrl(), wanted.tenantId(), accessToken);
        String filter = clientId == null
                ? "displayName eq " + ODataString.of(wanted.name())
                : "appId eq " + ODataString.of(clientId);
        List<JsonObject> found = JsonFields.objects(session.read((to, with) -> to.applications(with, filter)), "value");
        if (found.size() > 1) {
            throw refused("graph-several-registrations", "Several registrations have the name.");
        }
        if (found.isEmpty() && clientId != null) {
            throw refused("aadsts-700016", "The tenant has no application with this client ID.");
        }
        JsonObject application = found.isEmpty()
                ? session.make((to, with) -> to.create(with, RegistrationBodies.creation(wanted)))
                : found.get(0);
        Registered registered = new Registered(text(application, "appId"), text(application, "id"));
        RegistrationBodies.completion(application, wanted)
                .ifPresent(missing -> patiently(() -> {
                    session.change((to, with) -> to.change(with, registered.objectId(), missing));
                    return true;
                }));
        String principal = principal(session, registered);
        if (wanted.ownsItself()) {
            own(session, registered, principal);
        }
        return registered;
    }

    @Override
    public MadeSecret makeSecret(Tenant tenant, Registered application, String displayName, Secret accessToken) {
        URI graphUrl = clouds.graphUrl(Objects.requireNonNull(tenant.cloud()));
        RegistrationSession session = session(graphUrl, Objects.requireNonNull(tenant.id()), accessToken);
        String id = application.objectId();
        JsonObject present = patiently(() -> session.read((to, with) -> to.application(with, id)));
        JsonFields.objects(present, "passwordCredentials").stream()
                .filter(secret -> displayName.equals(secret.getString("displayName", "")))
                .forEach(secret -> remove(session, id, text(secret, "keyId")));
        Instant expiresAt = clock.instant().plus(SECRET_LIFE).truncatedTo(ChronoUnit.SECONDS);
        JsonObject made = session.make((to, with) -> to.addPassword(with, id, password(displayName, expiresAt)));
        Secret value = Secret.of(text(made, "secretText"));
        try {
            awaitSignIn(tenant, application.clientId(), value);
        } catch (UpstreamException failure) {
            remove(session, id, text(made, "keyId"));
            throw failure;
        }
        return new MadeSecret(value, expiresAt);
    }

    private RegistrationSession session(URI graphUrl, String tenantId, Secret accessToken) {
        Target graph = new Target("graph", graphUrl);
        String bearer =
                AdminToken.of(accessToken, tenantId, graphUrl, clock.instant()).headerFor(graphUrl);
        return new RegistrationSession(
                calls, graph, clients.client(RegistrationClient.class, graph, new GraphErrors(clock)), bearer);
    }

    private String principal(RegistrationSession session, Registered application) {
        String filter = "appId eq " + ODataString.of(application.clientId());
        List<JsonObject> found = JsonFields.objects(session.read((to, with) -> to.principals(with, filter)), "value");
        if (!found.isEmpty()) {
            return text(found.get(0), "id");
        }
        JsonObject wanted =
                Json.createObjectBuilder().add("appId", application.clientId()).build();
        return text(patiently(() -> session.make((to, with) -> to.createPrincipal(with, wanted))), "id");
    }

    private void own(RegistrationSession session, Registered application, String principal) {
        String id = application.objectId();
        boolean owns = JsonFields.objects(session.read((to, with) -> to.owners(with, id)), "value").stream()
                .anyMatch(owner -> principal.equals(owner.getString("id", "")));
        if (!owns) {
            JsonObject owner = Json.createObjectBuilder()
                    .add("@odata.id", session.graph().baseUrl() + "/v1.0/directoryObjects/" + principal)
                    .build();
            patiently(() -> {
                session.change((to, with) -> to.addOwner(with, id, owner));
                return true;
            });
        }
    }

    private void awaitSignIn(Tenant tenant, String clientId, Secret value) {
        for (int attempt = 1; ; attempt++) {
            try {
                trial.signIn(tenant, clientId, value);
                return;
            } catch (UpstreamException failure) {
                if (failure.kind() != Kind.UNAUTHENTICATED) {
                    throw failure;
                }
                if (attempt == ATTEMPTS) {
                    throw new UpstreamException(
                            "entra",
                            Kind.UNAVAILABLE,
                            "entra-new-secret-not-known",
                            "Entra ID does not take the new secret yet; it was removed again. Repeat in some minutes.");
                }
                pauser.pause(PAUSE);
            }
        }
    }

    /** Repeats what fails only because something new is not known everywhere yet. */
    private <T> T patiently(Supplier<T> call) {
        for (int attempt = 1; ; attempt++) {
            try {
                return call.get();
            } catch (UpstreamException failure) {
                boolean unknownYet = failure.kind() == Kind.NOT_FOUND || failure.kind() == Kind.REJECTED;
                if (!unknownYet || attempt == ATTEMPTS) {
                    throw failure;
                }
                pauser.pause(PAUSE);
            }
        }
    }

    private static void remove(RegistrationSession session, String id, String keyId) {
        JsonObject key = Json.createObjectBuilder().add("keyId", keyId).build();
        session.change((to, with) -> to.removePassword(with, id, key));
    }

    private static JsonObject password(String displayName, Instant expiresAt) {
        return Json.createObjectBuilder()
                .add(
                        "passwordCredential",
                        Json.createObjectBuilder()
                                .add("displayName", displayName)
                                .add("endDateTime", expiresAt.toString()))
                .build();
    }

    private static String text(JsonObject json, String name) {
        return JsonFields.text(json, name)
                .orElseThrow(() -> GraphConnector.malformed("Graph's answer has no " + name + "."));
    }

    private static UpstreamException refused(String code, String message) {
        return new UpstreamException("graph", Kind.REJECTED, code, message);
    }
}
