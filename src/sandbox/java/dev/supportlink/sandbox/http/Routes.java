package dev.supportlink.sandbox.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The routes of one simulated system, tried in the order they were added. */
public final class Routes implements Handler {

    private record Route(String method, PathTemplate template, Handler handler) {}

    private final List<Route> routes = new ArrayList<>();
    private Handler otherwise = request -> Answer.empty(404);
    private Handler wrongMethod = request -> Answer.empty(405);

    /** Adds a route, such as {@code GET /v1.0/applications/{id}}. */
    public Routes on(String method, String template, Handler handler) {
        routes.add(new Route(method, new PathTemplate(template), handler));
        return this;
    }

    /** What answers a path that no route has. */
    public Routes otherwise(Handler handler) {
        otherwise = handler;
        return this;
    }

    /** What answers a method that a known path does not take. */
    public Routes wrongMethod(Handler handler) {
        wrongMethod = handler;
        return this;
    }

    @Override
    public Answer handle(Request request) {
        Handler last = otherwise;
        for (Route route : routes) {
            Optional<Request> matched = route.template().match(request.path()).map(request::withVariables);
            if (matched.isPresent() && route.method().equals(request.method())) {
                return route.handler().handle(matched.get());
            }
            last = matched.isPresent() ? wrongMethod : last;
        }
        return last.handle(request);
    }
}
