package dev.supportlink.bench.callers;

import dev.supportlink.bench.load.Measurement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The results as a table in Markdown, with the ratios that the budgets are about. */
record ResultTable(Map<String, List<Measurement>> ours, Map<String, List<Measurement>> keycloak) {

    String text() {
        StringBuilder text = new StringBuilder("""
                | scenario | server | requests/s | p50 ms | p99 ms | requests | errors | ratio |
                |---|---|---:|---:|---:|---:|---:|---|
                """);
        ours.forEach((name, parts) -> {
            text.append(row(name, "SupportLink", parts, ratio(name)));
            if (keycloak.containsKey(name)) {
                text.append(row(name, "Keycloak", keycloak.get(name), ""));
            }
        });
        return text.toString();
    }

    private static String row(String name, String server, List<Measurement> parts, String ratio) {
        Measurement all = Measurement.sum(parts);
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.0f | %.2f | %.2f | %d | %d | %s |%n",
                name,
                server,
                all.perSecond(),
                all.millis(50),
                all.millis(99),
                all.nanos().getTotalCount(),
                all.errors(),
                ratio);
    }

    private String ratio(String name) {
        if (name.equals(SupportLinkSite.READ)) {
            return against(name, ours.get(SupportLinkSite.EMPTY), "of the empty resource");
        }
        return against(name, keycloak.get(name), "times Keycloak");
    }

    private String against(String name, @Nullable List<Measurement> reference, String what) {
        return reference == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%.2f %s",
                        Measurement.sum(ours.get(name)).perSecond()
                                / Measurement.sum(reference).perSecond(),
                        what);
    }
}
