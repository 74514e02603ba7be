package dev.supportlink.incident.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TakenOverTest {

    private static final Map<String, String> STORED = Map.of("state", "2", "impact", "3", "urgency", "3");

    @Test
    void whatTheCopyHasOfItsOwnIsNotTakenOver() {
        Map<String, String> row = Map.of(
                "sys_id", "x",
                "sys_domain", "other",
                "number", "INC1",
                "active", "false",
                "opened_at", "2020-01-01 00:00:00",
                "correlation_id", "theirs",
                "comments_and_work_notes", "long",
                "work_notes", "x",
                "colour", "blue");

        assertThat(TakenOver.merged(STORED, row, Set.of())).isEqualTo(STORED);
    }

    @Test
    void emptyAtTheInstanceIsEmptyHereButForWhatIsAlwaysSet() {
        Map<String, String> stored = new HashMap<>(STORED);
        stored.put("description", "x");
        stored.put("u_site", "x");

        assertThat(TakenOver.merged(
                        stored,
                        Map.of("description", "", "u_site", "", "state", "", "impact", "", "u_none", ""),
                        Set.of()))
                .isEqualTo(STORED);
    }

    @Test
    void fieldThatIsNotShownStays() {
        assertThat(TakenOver.merged(STORED, Map.of(), Set.of())).isEqualTo(STORED);
    }

    @Test
    void callersCorrelationIdHoldsItsPlaceOnTheInstance() {
        Map<String, String> row = Map.of("correlation_display", "shown");

        assertThat(TakenOver.merged(Map.of("correlation_id", "m-1"), row, Set.of()))
                .isEqualTo(Map.of("correlation_id", "m-1"));
        assertThat(TakenOver.merged(Map.of(), row, Set.of())).isEqualTo(row);
    }

    @Test
    void onlyAPriorityOfTheInstancesOwnIsKept() {
        assertThat(TakenOver.merged(STORED, Map.of("priority", "5"), Set.of())).doesNotContainKey("priority");
        assertThat(TakenOver.merged(STORED, Map.of("priority", "1"), Set.of())).containsEntry("priority", "1");
        assertThat(TakenOver.merged(STORED, Map.of("priority", "urgent"), Set.of()))
                .isEqualTo(STORED);
    }

    @Test
    void columnsOfTheInstanceAreBoundedInNumberAndLength() {
        Map<String, String> row = new HashMap<>();
        for (int number = 0; number < 300; number++) {
            row.put("u_" + number, "x".repeat(50_000));
        }

        Map<String, String> merged = TakenOver.merged(STORED, row, Set.of());

        assertThat(merged).hasSize(3 + 100).containsAllEntriesOf(STORED);
        assertThat(merged.get("u_0")).hasSize(4_000);
    }

    @Property(tries = 2_000)
    void anyTextBecomesOneThatCanBeStored(@ForAll String text) {
        String stored = StorableText.of(text + "\0\uD800", 100);

        assertThat(stored.length()).isLessThanOrEqualTo(100);
        assertThat(stored.chars().noneMatch(each -> each == 0)).isTrue();
        assertThat(stored.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF))
                .isTrue();
        assertThat(StorableText.of(stored, 100)).isEqualTo(stored);
    }
}
