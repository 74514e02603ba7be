package dev.supportlink.incident.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.incident.Incident;
import dev.supportlink.incident.JournalEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordViewTest {

    private static final String ORIGIN = "https://contoso.service-now.com";
    private static final Instant MADE = Instant.parse("2026-11-20T10:00:00Z");

    @Test
    void fullRecordHoldsEveryFieldAndTheOwnersOwn() {
        Map<String, Object> record = RecordView.of(incident(ORIGIN), all(DisplayValue.FALSE));

        assertThat(record)
                .hasSizeGreaterThan(80)
                .containsEntry("sys_id", "0".repeat(32))
                .containsEntry("sys_class_name", "incident")
                .containsEntry("opened_at", "2026-11-20 10:00:00")
                .containsEntry("sys_created_by", "caller")
                .containsEntry("incident_state", "2")
                .containsEntry("active", "true")
                .containsEntry("priority", "2")
                .containsEntry("closed_at", "")
                .containsEntry("u_floor", "3");
    }

    @Test
    void referenceLinksToTheInstance() {
        assertThat(one("caller_id", DisplayValue.FALSE))
                .isEqualTo(Map.of(
                        "value", "Abel Tuter/é", "link", ORIGIN + "/api/now/table/sys_user/Abel%20Tuter%2F%C3%A9"));
        assertThat(one("caller_id", DisplayValue.TRUE))
                .isEqualTo(Map.of(
                        "display_value",
                        "Abel Tuter/é",
                        "link",
                        ORIGIN + "/api/now/table/sys_user/Abel%20Tuter%2F%C3%A9"));
        assertThat(one("assigned_to", DisplayValue.FALSE)).isEqualTo("");
    }

    @Test
    void linkIsLeftOutWhereItIsNotWantedOrLeadsNowhere() {
        RecordForm bare = new RecordForm(Set.of("caller_id"), DisplayValue.FALSE, true, false);

        assertThat(RecordView.of(incident(ORIGIN), bare)).containsExactly(Map.entry("caller_id", "Abel Tuter/é"));
        assertThat(RecordView.of(incident(null), all(DisplayValue.FALSE)).get("caller_id"))
                .isEqualTo(Map.of("value", "Abel Tuter/é"));
    }

    @Test
    void shownValuesAreTheLabels() {
        assertThat(one("state", DisplayValue.TRUE)).isEqualTo("In Progress");
        assertThat(one("impact", DisplayValue.TRUE)).isEqualTo("1 - High");
        assertThat(one("priority", DisplayValue.ALL)).isEqualTo(Map.of("display_value", "2 - High", "value", "2"));
        assertThat(one("hold_reason", DisplayValue.ALL)).isEqualTo(Map.of("display_value", "", "value", ""));
    }

    @Test
    void journalIsShownNewestFirst() {
        assertThat(one("comments_and_work_notes", DisplayValue.FALSE))
                .isEqualTo("2026-11-20 10:01:00 - caller (Additional comments)\ntwo\n\n"
                        + "2026-11-20 10:00:00 - caller (Work notes)\none\n\n");
        assertThat(one("comments", DisplayValue.FALSE)).isEqualTo("");
        assertThat(one("comments", DisplayValue.TRUE))
                .isEqualTo("2026-11-20 10:01:00 - caller (Additional comments)\ntwo\n\n");
    }

    private static Object one(String field, DisplayValue display) {
        return RecordView.of(incident(ORIGIN), new RecordForm(Set.of(field), display, false, false))
                .get(field);
    }

    private static RecordForm all(DisplayValue display) {
        return new RecordForm(Set.of(), display, false, false);
    }

    private static Incident incident(String origin) {
        Incident.Stamp stamp = new Incident.Stamp(MADE, "caller");
        return new Incident(
                "0".repeat(32),
                "c",
                "INC0010001",
                3,
                Map.of("state", "2", "impact", "1", "urgency", "2", "caller_id", "Abel Tuter/é", "u_floor", "3"),
                stamp,
                stamp,
                List.of(
                        new JournalEntry("work_notes", "one", "caller", MADE),
                        new JournalEntry("comments", "two", "caller", MADE.plusSeconds(60))),
                origin,
                null);
    }
}
