package dev.supportlink.outbound.graph;

import dev.supportlink.outbound.http.Calls;
import dev.supportlink.outbound.http.Target;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** The calls of one administrator: reads are repeated where that is safe, changes are sent once. */
record RegistrationSession(Calls calls, Target graph, RegistrationClient client, String bearer) {

    <T> T read(BiFunction<RegistrationClient, String, T> request) {
        return explained(() -> calls.repeatable(graph, () -> request.apply(client, bearer)));
    }

    <T> T make(BiFunction<RegistrationClient, String, T> request) {
        return explained(() -> calls.once(graph, () -> request.apply(client, bearer)));
    }

    void change(BiConsumer<RegistrationClient, String> request) {
        make((to, with) -> {
            request.accept(to, with);
            return true;
        });
    }

    /** The catalogue's words for 403 are about an application's permission; here a person's are meant. */
    private static <T> T explained(java.util.function.Supplier<T> call) {
        try {
            return call.get();
        } catch (UpstreamException failure) {
            if (failure.kind() == Kind.FORBIDDEN) {
                throw new UpstreamException(
                        "graph", Kind.FORBIDDEN, "graph-token-not-allowed", String.valueOf(failure.getMessage()));
            }
            throw failure;
        }
    }
}
