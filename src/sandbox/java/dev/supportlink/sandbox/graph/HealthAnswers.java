package dev.supportlink.sandbox.graph;

import dev.supportlink.sandbox.graph.GraphGate.Caller;
import dev.supportlink.sandbox.http.Answer;
import dev.supportlink.sandbox.http.JsonTexts;
import dev.supportlink.sandbox.http.Request;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Service health overviews and issues. */
final class HealthAnswers {

    private static final String PERMISSION = "ServiceHealth.Read.All";

    private final Function<Caller, ServiceHealth> healthOf;
    private final Pages pages;

    HealthAnswers(Function<Caller, ServiceHealth> healthOf, Pages pages) {
        this.healthOf = healthOf;
        this.pages = pages;
    }

    Answer overviews(Request request, Caller caller) {
        caller.needs(PERMISSION);
        ServiceHealth health = healthOf.apply(caller);
        boolean withIssues =
                request.query().value("$expand").filter("issues"::equals).isPresent();
        List<JsonObject> all = health.services().stream()
                .map(service -> overview(health, service, withIssues))
                .toList();
        return Answer.json(200, pages.page(request, all, 100, 100));
    }

    Answer issues(Request request, Caller caller) {
        caller.needs(PERMISSION);
        ServiceHealth health = healthOf.apply(caller);
        List<JsonObject> all = health.issues().stream()
                .filter(request.query().value("$filter").map(IssueFilter::parse).orElse(issue -> true))
                .sorted(order(request))
                .map(issue -> issue(health, issue))
                .toList();
        return Answer.json(200, pages.page(request, all, 100, 1000));
    }

    Answer issue(Request request, Caller caller) {
        caller.needs(PERMISSION);
        ServiceHealth health = healthOf.apply(caller);
        String id = request.variable("id");
        HealthIssue issue = health.issue(id).orElseThrow(() -> new GraphRefusal(404, "UnknownError", ""));
        return Answer.json(200, issue(health, issue));
    }

    private static Comparator<HealthIssue> order(Request request) {
        Comparator<HealthIssue> byModification = Comparator.comparing(HealthIssue::modifiedAt);
        return switch (request.query().value("$orderby").orElse("")) {
            case "lastModifiedDateTime desc" -> byModification.reversed();
            case "lastModifiedDateTime", "lastModifiedDateTime asc" -> byModification;
            default -> Comparator.comparing(HealthIssue::id);
        };
    }

    private static JsonObject overview(ServiceHealth health, ServiceHealth.Service service, boolean withIssues) {
        JsonObjectBuilder overview = JsonTexts.object()
                .add("id", service.id())
                .add("service", service.name())
                .add("status", health.spelled(service.status()));
        if (withIssues) {
            JsonArrayBuilder issues = JsonTexts.array();
            health.issues().stream()
                    .filter(issue -> issue.service().equals(service.name()))
                    .forEach(issue -> issues.add(issue(health, issue)));
            overview.add("issues", issues);
        }
        return overview.build();
    }

    private static JsonObject issue(ServiceHealth health, HealthIssue issue) {
        JsonObjectBuilder json = JsonTexts.object()
                .add("id", issue.id())
                .add("title", issue.title())
                .add("service", issue.service())
                .add("feature", "Access and delivery")
                .add("featureGroup", issue.service())
                .add("classification", health.spelled(issue.classification()))
                .add("origin", health.spelled("microsoft"))
                .add("status", health.spelled(issue.status()))
                .add("impactDescription", issue.impactDescription())
                .add("isResolved", issue.isResolved())
                .add("startDateTime", issue.startedAt().toString())
                .add("lastModifiedDateTime", issue.modifiedAt().toString())
                .add("details", JsonTexts.array())
                .add("posts", JsonTexts.array().add(post(health, issue)));
        issue.endedAt()
                .ifPresentOrElse(end -> json.add("endDateTime", end.toString()), () -> json.addNull("endDateTime"));
        return json.build();
    }

    private static JsonObjectBuilder post(ServiceHealth health, HealthIssue issue) {
        String text = "<p>Title: " + issue.title() + "</p><p>User Impact: " + issue.impactDescription() + "</p>";
        return JsonTexts.object()
                .add("createdDateTime", issue.modifiedAt().toString())
                .add("postType", health.spelled("regular"))
                .add(
                        "description",
                        JsonTexts.object()
                                .add("contentType", health.spelled("html"))
                                .add("content", text));
    }
}
