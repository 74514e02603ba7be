package dev.supportlink.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportlink.connection.AdminRole;
import dev.supportlink.connection.ConnectionNotFound;
import dev.supportlink.platform.problem.InvalidInput;
import dev.supportlink.platform.problem.StaleRevision;
import dev.supportlink.testing.TestSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandOverDeskTest {

    private final HandOverBeans beans = new HandOverBeans();

    @Test
    void livesForThreeDaysUnlessAskedOtherwise() {
        HandOver usual = beans.issue().handOver();
        HandOver chosen = beans.desk
                .issue(beans.connection.id(), AdminRole.M365_ADMIN, Duration.ofDays(30), "admin")
                .handOver();

        assertThat(usual.expiresAt()).isEqualTo(usual.createdAt().plus(Duration.ofHours(72)));
        assertThat(chosen.expiresAt()).isEqualTo(chosen.createdAt().plus(Duration.ofDays(30)));
        assertThat(usual.stateAt(usual.createdAt())).isEqualTo(HandOverState.OPEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT59.999S", "-PT1H", "P30DT1S", "P36500D"})
    void otherLifespansAreRefused(String lifespan) {
        assertThatThrownBy(() -> beans.desk.issue(
                        beans.connection.id(), AdminRole.ENTRA_ADMIN, Duration.parse(lifespan), "admin"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("expiresIn")
                .hasMessageContaining("PT720H");
        assertThat(beans.audit.lines()).isEmpty();
    }

    @Test
    void tokenIsNowhereButInTheAnswer() {
        HandOverDesk.Issued issued = beans.issue();

        assertThat(issued.toString()).doesNotContain(issued.token().reveal());
        assertThat(beans.audit.lines())
                .noneMatch(line -> line.contains(issued.token().reveal()));
        assertThat(issued.token().reveal()).hasSize(43);
    }

    @Test
    void roleWithoutStepsGetsNone() {
        beans.work = RoleWork.Progress.NONE;

        assertThatThrownBy(beans::issue).isInstanceOf(InvalidInput.class).hasMessageContaining("adminRole");
    }

    @Test
    void roleThatHasDoneItsStepsGetsAFinishedOne() {
        beans.work = RoleWork.Progress.DONE;

        HandOver made = beans.issue().handOver();

        assertThat(made.finishedAt()).isEqualTo(beans.clock.instant());
        assertThat(made.stateAt(beans.clock.instant())).isEqualTo(HandOverState.FINISHED);
    }

    @Test
    void unknownConnectionsAndHandOversAreTold() {
        assertThatThrownBy(() -> beans.desk.issue("none", AdminRole.ENTRA_ADMIN, null, "admin"))
                .isInstanceOf(ConnectionNotFound.class);
        assertThatThrownBy(() -> beans.desk.get(beans.connection.id(), "none")).isInstanceOf(HandOverNotFound.class);
    }

    @Test
    void staleVersionRevokesNothing() {
        HandOverDesk.Issued issued = beans.issue();

        assertThatThrownBy(() -> beans.desk.revoke(
                        beans.connection.id(),
                        issued.handOver().id(),
                        version -> {
                            throw new StaleRevision("The hand-over");
                        },
                        "admin"))
                .isInstanceOf(StaleRevision.class);

        assertThat(beans.seen(issued).revokedAt()).isNull();
    }

    @Test
    void revocationIsToldOnce() {
        HandOverDesk.Issued issued = beans.issue();
        Instant first = beans.clock.instant();
        beans.desk.revoke(beans.connection.id(), issued.handOver().id(), version -> {}, "admin");
        beans.clock.advance(Duration.ofHours(1));
        beans.desk.revoke(beans.connection.id(), issued.handOver().id(), version -> {}, "admin");

        assertThat(beans.seen(issued).revokedAt()).isEqualTo(first);
        assertThat(beans.audit.lines())
                .filteredOn(line -> line.contains("hand-over-revoked"))
                .hasSize(1);
    }

    @Test
    void versionGrowsWithEveryChangeAndAtTheEnd() {
        HandOverDesk.Issued issued = beans.issue();
        long fresh = beans.seen(issued).versionAt(beans.clock.instant());
        beans.new Browser(HandOverBeans.HERE).open(issued.token());
        long used = beans.seen(issued).versionAt(beans.clock.instant());
        beans.clock.advance(Duration.ofHours(72));
        long expired = beans.seen(issued).versionAt(beans.clock.instant());

        assertThat(fresh).isLessThan(used);
        assertThat(used).isLessThan(expired);
        assertThat(beans.seen(issued).stateAt(beans.clock.instant())).isEqualTo(HandOverState.EXPIRED);
    }

    @Test
    void finishComesAndGoesWithTheWork() {
        HandOverDesk.Issued issued = beans.issue();
        beans.progress.note(beans.connection.id());
        assertThat(beans.seen(issued).finishedAt()).isNull();

        beans.work = RoleWork.Progress.DONE;
        beans.progress.note(beans.connection.id());
        beans.progress.note(beans.connection.id());
        assertThat(beans.seen(issued).stateAt(beans.clock.instant())).isEqualTo(HandOverState.FINISHED);

        beans.work = RoleWork.Progress.LEFT;
        beans.progress.note(beans.connection.id());
        assertThat(beans.seen(issued).stateAt(beans.clock.instant())).isEqualTo(HandOverState.OPEN);
        assertThat(beans.audit.lines())
                .filteredOn(line -> line.startsWith("hand-over:"))
                .extracting(line -> line.split(" ")[1])
                .containsExactly("hand-over-finished", "hand-over-reopened");
    }

    @Test
    void endedHandOverKeepsHowItEnded() {
        HandOverDesk.Issued issued = beans.issue();
        beans.work = RoleWork.Progress.DONE;
        beans.progress.note(beans.connection.id());
        beans.clock.advance(Duration.ofHours(72));

        beans.work = RoleWork.Progress.LEFT;
        beans.progress.note(beans.connection.id());

        assertThat(beans.seen(issued).stateAt(beans.clock.instant())).isEqualTo(HandOverState.FINISHED);
    }

    @ParameterizedTest
    @CsvSource({"PT30S,P30D", "P31D,P30D", "PT72H,PT1H"})
    void usualLifespanMustLieWithinItsBounds(String usual, String longest) {
        HandOverSettings settings = HandOverSettings.over(TestSettings.of(
                Map.of("supportlink.hand-over.lifespan", usual, "supportlink.hand-over.longest-lifespan", longest)));

        assertThat(settings.problemsTogether()).hasSize(1);
        assertThat(HandOverSettings.over(TestSettings.of(Map.of())).problemsTogether())
                .isEmpty();
    }
}
