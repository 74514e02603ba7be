package dev.supportlink.sandbox.http;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/** What a simulated system remembers of one request: names of fields, never their values. */
public record LoggedRequest(Instant at, String method, String path, Credential credential, Set<String> fields) {

    /** The kind of credential in the Authorization header. */
    public enum Credential {
        NONE,
        BASIC,
        BEARER,
        OTHER
    }

    public LoggedRequest {
        fields = Set.copyOf(fields);
    }

    static LoggedRequest of(Request request, Instant at) {
        return new LoggedRequest(at, request.method(), request.path(), credential(request), fields(request));
    }

    private static Credential credential(Request request) {
        if (request.header("Authorization").isEmpty()) {
            return Credential.NONE;
        }
        if (request.basic().isPresent()) {
            return Credential.BASIC;
        }
        return request.bearer().isPresent() ? Credential.BEARER : Credential.OTHER;
    }

    private static Set<String> fields(Request request) {
        Set<String> names = new TreeSet<>(request.query().names());
        names.addAll(request.form().names());
        request.json().map(JsonObject::keySet).ifPresent(names::addAll);
        return names;
    }
}
