package dev.supportlink.inbound.allowlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.supportlink.platform.problem.InvalidInput;
import dev.supportlink.platform.problem.StaleRevision;
import dev.supportlink.testing.AuditNotes;
import dev.supportlink.testing.RecordedEvents;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AllowListDeskTest {

    private final InMemoryAllowList stored = new InMemoryAllowList(false, "192.0.2.7", "10.0.0.0/8");
    private final AuditNotes audit = new AuditNotes();
    private final RecordedEvents<AllowListChanged> changes = new RecordedEvents<>();
    private final AllowListDesk desk = new AllowListDesk();

    AllowListDeskTest() {
        desk.lists = stored;
        desk.audit = audit;
        desk.changes = changes;
    }

    @Test
    void changeIsStoredToldAndAudited() {
        AllowList changed = desk.change(wanted(true, "10.0.0.0/8", "2001:db8::/32"), revision -> {}, "anna");

        assertThat(changed.revision()).isEqualTo(2);
        assertThat(stored.read()).isEqualTo(changed);
        assertThat(changes.fired()).containsExactly(new AllowListChanged(changed));
        assertThat(audit.lines())
                .containsExactly("anna allow-list-changed {added=2001:db8::/32, enabled=true, enabledBefore=false,"
                        + " removed=192.0.2.7/32}");
    }

    @Test
    void equalListChangesNothingAndNeedsNoPrecondition() {
        AllowList same = desk.change(
                wanted(false, "10.0.0.0/8", "192.0.2.7/32", "10.0.0.0/8"),
                revision -> {
                    throw new StaleRevision("The allow list");
                },
                "anna");

        assertThat(same.revision()).isEqualTo(1);
        assertThat(audit.lines()).isEmpty();
        assertThat(changes.fired()).isEmpty();
    }

    @Test
    void staleChangeLeavesTheListAlone() {
        assertThatExceptionOfType(StaleRevision.class)
                .isThrownBy(() -> desk.change(
                        wanted(true, "::/0"),
                        seen -> {
                            assertThat(seen).isEqualTo(1);
                            throw new StaleRevision("The allow list");
                        },
                        "anna"));

        assertThat(stored.read().revision()).isEqualTo(1);
        assertThat(audit.lines()).isEmpty();
    }

    @Test
    void emptyListCannotBeSwitchedOn() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> wanted(true))
                .withMessageContaining("ranges: must name at least one range while enabled is true");
        assertThat(wanted(false).ranges()).isEmpty();
    }

    @Test
    void numberOfRangesIsBounded() {
        List<String> many = IntStream.rangeClosed(0, WantedAllowList.MOST_RANGES)
                .mapToObj(number -> "10.0." + number / 256 + "." + number % 256)
                .toList();

        assertThat(wanted(true, many.subList(1, many.size()).toArray(String[]::new))
                        .ranges())
                .hasSize(WantedAllowList.MOST_RANGES);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> wanted(true, many.toArray(String[]::new)))
                .withMessageContaining("at most 500");
    }

    @Test
    void rangeIsKeptOnceAndBesideOneThatHoldsIt() {
        assertThat(wanted(true, "10.0.0.0/8", "10.1.0.0/16", "10.0.0.0/8").ranges())
                .isEqualTo(InMemoryAllowList.ranges("10.0.0.0/8", "10.1.0.0/16"));
    }

    @Test
    void longDifferenceIsToldInPart() {
        String[] many =
                IntStream.range(0, 60).mapToObj(number -> "10.0.0." + number).toArray(String[]::new);

        desk.change(wanted(true, many), revision -> {}, "anna");

        assertThat(audit.lines()).singleElement().asString().contains("10.0.0.49/32 and 10 more");
    }

    private static WantedAllowList wanted(boolean enabled, String... ranges) {
        return new WantedAllowList(
                enabled, ranges.length == 0 ? Collections.emptyList() : InMemoryAllowList.ranges(ranges));
    }
}
