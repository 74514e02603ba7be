package dev.supportlink.bench.callers;

import dev.supportlink.bench.load.Load;
import dev.supportlink.bench.load.Measurement;
import dev.supportlink.bench.load.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Requests per second of the token endpoint and of a read, beside an empty resource of the same server and beside
 * Keycloak. Everything is warmed up first; then the scenarios take turns, round after round, so that whatever slows the
 * machine down meets all of them.
 */
public final class CallersBenchmark {

    private static final int CALLERS = Integer.getInteger("bench.callers", 16);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final Duration STRETCH = Duration.ofSeconds(Integer.getInteger("bench.seconds", 8));
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warm-up", 60));
    private static final Pattern ONLY = Pattern.compile(System.getProperty("bench.only", ""));

    private final Load load = new Load(CALLERS);

    private CallersBenchmark() {}

    public static void main() {
        new CallersBenchmark().run();
    }

    private void run() {
        try (SupportLinkSite supportLink = SupportLinkSite.start(CALLERS);
                KeycloakSite keycloak = keycloak().orElse(null)) {
            Map<String, Scenario> ours = named(supportLink);
            Map<String, Scenario> theirs = keycloak == null ? Map.of() : named(keycloak);
            load.warmUp(ours.values(), WARM_UP);
            load.warmUp(theirs.values(), WARM_UP);
            Map<String, List<Measurement>> ourResults = new LinkedHashMap<>();
            Map<String, List<Measurement>> theirResults = new LinkedHashMap<>();
            for (int round = 0; round < ROUNDS; round++) {
                for (String name : ours.keySet()) {
                    measure(ours.get(name), ourResults);
                    measure(theirs.get(name), theirResults);
                }
            }
            System.out.println(new ResultTable(ourResults, theirResults).text());
        }
    }

    private void measure(@Nullable Scenario scenario, Map<String, List<Measurement>> results) {
        if (scenario != null) {
            Measurement measured = load.run(scenario, STRETCH);
            System.out.printf("%s: %.0f/s, %d errors%n", scenario.name(), measured.perSecond(), measured.errors());
            results.computeIfAbsent(scenario.name(), name -> new ArrayList<>()).add(measured);
        }
    }

    private static Optional<KeycloakSite> keycloak() {
        Optional<KeycloakSite> started = KeycloakSite.distribution().map(home -> KeycloakSite.start(home, CALLERS));
        if (started.isEmpty()) {
            System.out.println("No Keycloak distribution was found: SupportLink is measured alone.");
        }
        return started;
    }

    private static Map<String, Scenario> named(Site site) {
        Map<String, Scenario> scenarios = new LinkedHashMap<>();
        site.scenarios().stream()
                .filter(scenario -> ONLY.matcher(scenario.name()).find())
                .forEach(scenario -> scenarios.put(scenario.name(), scenario));
        return scenarios;
    }
}
