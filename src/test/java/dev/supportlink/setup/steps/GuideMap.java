package dev.supportlink.setup.steps;

import dev.supportlink.connection.SetupType;
import dev.supportlink.setup.CompletionSheet;
import dev.supportlink.setup.PlanContext;
import dev.supportlink.setup.PlanDefinition;
import dev.supportlink.setup.SetupStep;
import dev.supportlink.setup.SheetValue;
import dev.supportlink.setup.StepInput;
import dev.supportlink.testing.Connections;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads docs/guide-map.md and holds what it names against the steps. */
final class GuideMap {

    private static final Pattern REFERENCE = Pattern.compile("`([^`]+)`");
    private static final Pattern NAMED =
            Pattern.compile("(?:(entra):)?([a-z0-9-]+)(?: (says|shows|asks) (?:\"([^\"]+)\"|([A-Za-z]+)))?");

    private final List<SetupStep> steps = StepBeans.all();
    private final PlanContext basic = new PlanContext(Connections.basic(), Map.of());
    private final PlanContext entra = new PlanContext(Connections.entra(), Map.of());

    /** A row of one of the tables. */
    record Row(String asks, String who, String coveredBy) {}

    static List<Row> rows(String markdown) {
        return markdown.lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| the guide asks"))
                .map(line -> line.split("\\|"))
                .map(cells -> new Row(cells[1].strip(), cells[2].strip(), cells[3].strip()))
                .toList();
    }

    /** What is wrong with a row; empty when everything that it names is there. */
    List<String> problems(Row row) {
        List<String> problems = new ArrayList<>();
        List<String> references = REFERENCE
                .matcher(row.coveredBy())
                .results()
                .map(found -> found.group(1))
                .toList();
        if (references.isEmpty() && !row.coveredBy().startsWith("replaced, because ")) {
            problems.add(row.asks() + ": nothing covers it");
        }
        references.stream()
                .filter(reference -> !exists(reference))
                .forEach(reference -> problems.add(row.asks() + ": there is no " + reference));
        return problems;
    }

    private boolean exists(String reference) {
        Matcher named = NAMED.matcher(reference);
        if (!named.matches()) {
            return false;
        }
        if (named.group(2).equals("sheet")) {
            return sheetFields().anyMatch(name -> name.equals(named.group(5)));
        }
        PlanContext plan = named.group(1) == null ? basic : entra;
        Optional<SetupStep> step = step(named.group(2), plan.connection().setupType())
                .filter(found -> PlanDefinition.of(plan.connection()).contains(found.id()));
        String verb = Optional.ofNullable(named.group(3)).orElse("");
        return step.filter(found -> switch (verb) {
                    case "says" -> String.join("\n", found.instructions(plan)).contains(String.valueOf(named.group(4)));
                    case "shows" -> found.values(plan).containsKey(String.valueOf(named.group(5)));
                    case "asks" ->
                        found.inputs(plan).stream().map(StepInput::name).anyMatch(name -> name.equals(named.group(5)));
                    default -> true;
                })
                .isPresent();
    }

    private Optional<SetupStep> step(String word, SetupType type) {
        return steps.stream()
                .filter(step -> step.id().word().equals(word) && step.serves(type))
                .findFirst();
    }

    private static Stream<String> sheetFields() {
        return Stream.concat(
                Arrays.stream(CompletionSheet.class.getRecordComponents()).map(RecordComponent::getName),
                Arrays.stream(SheetValue.values()).map(SheetValue::fieldName));
    }
}
