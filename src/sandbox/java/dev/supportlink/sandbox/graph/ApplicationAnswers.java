package dev.supportlink.sandbox.graph;

import dev.supportlink.sandbox.entra.Application;
import dev.supportlink.sandbox.graph.GraphGate.Caller;
import dev.supportlink.sandbox.http.Answer;
import dev.supportlink.sandbox.http.JsonTexts;
import dev.supportlink.sandbox.http.Request;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Application registrations and their service principals. */
final class ApplicationAnswers {

    private static final String WRITE_ALL = "Application.ReadWrite.All";
    private static final String WRITE_OWNED = "Application.ReadWrite.OwnedBy";

    private static final Pattern COMPARISON = Pattern.compile("(appId|displayName) eq '((?:[^']|'')*)'");

    private final Pages pages;

    ApplicationAnswers(Pages pages) {
        this.pages = pages;
    }

    Answer list(Request request, Caller caller) {
        caller.needs("Application.Read.All", WRITE_ALL, WRITE_OWNED, "Directory.Read.All");
        List<JsonObject> visible = caller.tenant().applications().stream()
                .filter(application -> mayRead(caller, application))
                .filter(filter(request))
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

    Answer principals(Request request, Caller caller) {
        caller.needs("Application.Read.All", WRITE_ALL, WRITE_OWNED, "Directory.Read.All");
        List<JsonObject> found = caller.tenant().applications().stream()
                .filter(application -> application.principal() != Application.Principal.MISSING)
                .filter(filter(request))
                .map(ApplicationJson::principalOf)
                .toList();
        return Answer.json(200, pages.page(request, found, 100, 999));
    }

    Answer owners(Request request, Caller caller) {
        Application application = find(request, caller);
        if (!mayRead(caller, application)) {
            throw GraphRefusal.forbidden();
        }
        List<JsonObject> owners = application.owners().stream()
                .map(id -> JsonTexts.object().add("id", id).build())
                .toList();
        return Answer.json(200, pages.page(request, owners, 100, 999));
    }

    Answer addOwner(Request request, Caller caller) {
        Application application = writable(request, caller);
        String url = body(request).getString("@odata.id", "");
        String id = url.substring(url.lastIndexOf('/') + 1);
        if (caller.tenant().applications().stream()
                .noneMatch(each -> each.principalId().equals(id))) {
            throw GraphRefusal.notFound(id);
        }
        if (application.owners().contains(id)) {
            throw GraphRefusal.badRequest(
                    "One or more added object references already exist for the following modified properties: 'owners'.");
        }
        application.ownedBy(id);
        return Answer.empty(204);
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

    /** One comparison of the client ID or the display name, as far as anybody asks. */
    private static Predicate<Application> filter(Request request) {
        String filter = request.query().value("$filter").orElse("");
        Matcher wanted = COMPARISON.matcher(filter);
        if (filter.isEmpty()) {
            return application -> true;
        }
        if (!wanted.matches()) {
            throw GraphRefusal.badRequest("Invalid filter clause.");
        }
        String value = wanted.group(2).replace("''", "'");
        return wanted.group(1).equals("appId")
                ? application -> application.appId().equalsIgnoreCase(value)
                : application -> application.displayName().equalsIgnoreCase(value);
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
