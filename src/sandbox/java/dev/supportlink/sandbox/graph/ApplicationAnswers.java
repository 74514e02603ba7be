package dev.supportlink.sandbox.graph;

import dev.supportlink.sandbox.entra.Application;
import dev.supportlink.sandbox.graph.GraphGate.Caller;
import dev.supportlink.sandbox.http.Answer;
import dev.supportlink.sandbox.http.Request;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Optional;

/** Application registrations and their service principals. */
final class ApplicationAnswers {

    private static final String WRITE_ALL = "Application.ReadWrite.All";
    private static final String WRITE_OWNED = "Application.ReadWrite.OwnedBy";

    private final Pages pages;

    ApplicationAnswers(Pages pages) {
        this.pages = pages;
    }

    Answer list(Request request, Caller caller) {
        caller.needs("Application.Read.All", WRITE_ALL, WRITE_OWNED, "Directory.Read.All");
        List<JsonObject> visible = caller.tenant().applications().stream()
                .filter(application -> mayRead(caller, application))
                .map(ApplicationJson::of)
                .toList();
        return Answer.json(200, pages.page(request, visible, 100, 999));
    }

    Answer get(Request request, Caller caller) {
        Application application = find(request, caller);
        if (!mayRead(caller, application)) {
            throw GraphRefusal.forbidden();
        }
        return Answer.json(200, ApplicationJson.of(application));
    }

    Answer create(Request request, Caller caller) {
        caller.needs(WRITE_ALL, WRITE_OWNED);
        JsonObject body = body(request);
        String name = Optional.ofNullable(body.getJsonString("displayName"))
                .map(JsonString::getString)
                .orElseThrow(() -> GraphRefusal.badRequest("A value is required for property 'displayName'."));
        refuseSecrets(body);
        Application created = caller.tenant()
                .register(name)
                .principal(Application.Principal.MISSING)
                .ownedBy(caller.token().principalId());
        ApplicationJson.apply(body, created);
        return Answer.json(201, ApplicationJson.of(created));
    }

    Answer update(Request request, Caller caller) {
        Application application = writable(request, caller);
        JsonObject body = body(request);
        refuseSecrets(body);
        ApplicationJson.apply(body, application);
        return Answer.empty(204);
    }

    Answer delete(Request request, Caller caller) {
        caller.tenant().delete(writable(request, caller));
        return Answer.empty(204);
    }

    Answer principal(Request request, Caller caller) {
        caller.needs("Application.Read.All", WRITE_ALL, WRITE_OWNED, "Directory.Read.All");
        Application application = find(request, caller);
        if (application.principal() == Application.Principal.MISSING) {
            throw GraphRefusal.notFound(application.appId());
        }
        return Answer.json(200, ApplicationJson.principalOf(application));
    }

    Answer createPrincipal(Request request, Caller caller) {
        caller.needs(WRITE_ALL, WRITE_OWNED);
        String appId = body(request).getString("appId", "");
        Application application = caller.tenant()
                .application(appId)
                .orElseThrow(() -> GraphRefusal.badRequest(
                        "The appId '" + appId + "' does not reference a valid application object."));
        application.principal(Application.Principal.ENABLED);
        return Answer.json(201, ApplicationJson.principalOf(application));
    }

    static Application writable(Request request, Caller caller) {
        Application application = find(request, caller);
        boolean owned = caller.token().hasAny(WRITE_OWNED) && isOwner(caller, application);
        if (!owned && !caller.token().hasAny(WRITE_ALL)) {
            throw GraphRefusal.forbidden();
        }
        return application;
    }

    static JsonObject body(Request request) {
        return request.json().orElseThrow(() -> GraphRefusal.badRequest("Unable to read JSON request payload."));
    }

    private static Application find(Request request, Caller caller) {
        String id = request.variable("id");
        String appId = request.variable("appId");
        return caller.tenant().applications().stream()
                .filter(each -> each.objectId().equals(id) || each.appId().equals(appId))
                .findFirst()
                .orElseThrow(() -> GraphRefusal.notFound(id + appId));
    }

    private static boolean mayRead(Caller caller, Application application) {
        return caller.token().hasAny("Application.Read.All", WRITE_ALL, "Directory.Read.All")
                || (caller.token().hasAny(WRITE_OWNED) && isOwner(caller, application));
    }

    private static boolean isOwner(Caller caller, Application application) {
        return application.owners().contains(caller.token().principalId());
    }

    private static void refuseSecrets(JsonObject body) {
        if (body.containsKey("passwordCredentials")) {
            throw GraphRefusal.badRequest("Property 'passwordCredentials' is read-only; use addPassword.");
        }
    }
}
