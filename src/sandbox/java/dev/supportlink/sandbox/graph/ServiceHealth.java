package dev.supportlink.sandbox.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The service health that one tenant sees. */
public final class ServiceHealth {

    /** One subscribed service. */
    public record Service(String id, String name, String status) {}

    private final Map<String, Service> services = new LinkedHashMap<>();
    private final Map<String, HealthIssue> issues = new LinkedHashMap<>();
    private boolean pascalCase;

    /** What a tenant sees on an ordinary day: one open advisory and one incident that is over. */
    static ServiceHealth ordinaryDay(Instant now) {
        ServiceHealth health = new ServiceHealth();
        health.service(new Service("Exchange", "Exchange Online", "serviceDegradation"));
        health.service(new Service("microsoftteams", "Microsoft Teams", "serviceOperational"));
        health.service(new Service("SharePoint", "SharePoint Online", "serviceOperational"));
        health.service(new Service("OrgLiveID", "Microsoft Entra", "serviceOperational"));
        health.issue(new HealthIssue(
                "EX900101",
                "Some people wait longer for calendar invitations",
                "Exchange Online",
                "advisory",
                "serviceDegradation",
                "Invitations may arrive some minutes late.",
                now.minus(Duration.ofHours(5)),
                now.minus(Duration.ofHours(1)),
                Optional.empty()));
        health.issue(new HealthIssue(
                "TM900102",
                "Nobody could join meetings by telephone",
                "Microsoft Teams",
                "incident",
                "serviceRestored",
                "Dial-in numbers did not answer.",
                now.minus(Duration.ofDays(2)),
                now.minus(Duration.ofDays(1)),
                Optional.of(now.minus(Duration.ofDays(1)))));
        return health;
    }

    /** Adds or replaces a service. */
    public synchronized void service(Service service) {
        services.put(service.id(), service);
    }

    /** Adds or replaces an issue. */
    public synchronized void issue(HealthIssue issue) {
        issues.put(issue.id(), issue);
    }

    /** Forgets all services and issues. */
    public synchronized void clear() {
        services.clear();
        issues.clear();
    }

    /** Writes enum values in Pascal case, as all documented examples do against the schema. */
    public synchronized void pascalCase(boolean on) {
        pascalCase = on;
    }

    synchronized List<Service> services() {
        return List.copyOf(services.values());
    }

    synchronized List<HealthIssue> issues() {
        return List.copyOf(issues.values());
    }

    synchronized Optional<HealthIssue> issue(String id) {
        return Optional.ofNullable(issues.get(id));
    }

    synchronized String spelled(String enumValue) {
        return pascalCase && !enumValue.isEmpty()
                ? Character.toUpperCase(enumValue.charAt(0)) + enumValue.substring(1)
                : enumValue;
    }
}
