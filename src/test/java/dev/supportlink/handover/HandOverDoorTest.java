package dev.supportlink.handover;

import static dev.supportlink.handover.HandOverBeans.ELSEWHERE;
import static dev.supportlink.handover.HandOverBeans.HERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.supportlink.access.Role;
import dev.supportlink.access.RoleGrant;
import dev.supportlink.access.SignedIn;
import dev.supportlink.handover.HandOverBeans.Browser;
import dev.supportlink.secret.Secret;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Who gets in by a link, and who does not. */
class HandOverDoorTest {

    private final HandOverBeans beans = new HandOverBeans();
    private final HandOverDesk.Issued issued = beans.issue();
    private final Browser first = beans.new Browser(HERE);
    private final Browser second = beans.new Browser(ELSEWHERE);

    @Test
    void firstBrowserGetsInAndTheLinkIsItsOwn() {
        first.open(issued.token());

        assertThat(first.isIn()).isTrue();
        HandOver seen = beans.seen(issued);
        assertThat(seen.firstUse()).isNotNull().satisfies(use -> {
            assertThat(use.at()).isEqualTo(beans.clock.instant());
            assertThat(use.from()).isEqualTo(HERE);
        });
        assertThat(seen.stateAt(beans.clock.instant())).isEqualTo(HandOverState.IN_USE);
        assertThat(beans.audit.lines())
                .last()
                .asString()
                .startsWith("hand-over:" + seen.id() + " hand-over-used")
                .contains("address=" + HERE, "use=first");
    }

    @Test
    void holderIsLimitedToOneRoleOfOneConnection() {
        first.open(issued.token());

        SignedIn holder = first.session.flatMap(beans.sessions::find).orElseThrow();

        assertThat(holder.grants()).containsExactly(new RoleGrant(Role.ENTRA_ADMIN, beans.connection.id()));
        assertThat(holder.handOver().orElseThrow().handOverId())
                .isEqualTo(issued.handOver().id());
    }

    @Test
    void anotherBrowserIsRefusedCountedAndTold() {
        first.open(issued.token());

        assertRefused(() -> second.open(issued.token()), TradeRefusal.OTHER_BROWSER);
        assertRefused(() -> second.open(issued.token()), TradeRefusal.OTHER_BROWSER);

        assertThat(second.isIn()).isFalse();
        assertThat(first.isIn()).isTrue();
        assertThat(beans.seen(issued).refused()).isEqualTo(new HandOver.Refused(2, beans.clock.instant(), ELSEWHERE));
        assertThat(beans.audit.lines())
                .last()
                .asString()
                .startsWith("anonymous hand-over-refused")
                .contains("reason=other-browser", "address=" + ELSEWHERE);
    }

    @Test
    void browserThatMakesItsOwnCookieIsAnother() {
        first.open(issued.token());
        second.cookie = Optional.of(Secret.generate());

        assertRefused(() -> second.open(issued.token()), TradeRefusal.OTHER_BROWSER);
    }

    @Test
    void cookieThatThisServerDidNotMakeBindsNothing() {
        Secret planted = Secret.generate();
        first.cookie = Optional.of(planted);
        first.open(issued.token());

        assertThat(first.cookie).isPresent().isNotEqualTo(Optional.of(planted));
        second.cookie = Optional.of(planted);
        assertRefused(() -> second.open(issued.token()), TradeRefusal.OTHER_BROWSER);
    }

    @Test
    void sameBrowserGetsInAgainByEitherOfItsCookies() {
        first.open(issued.token());
        Optional<Secret> session = first.session;

        assertThat(first.open(issued.token()).session()).as("kept").isEmpty();
        Optional<Secret> cookie = first.cookie;
        first.cookie = Optional.empty();
        first.open(issued.token());
        first.cookie = cookie;
        first.session = Optional.empty();
        first.open(issued.token());

        assertThat(first.isIn()).isTrue();
        assertThat(first.session).isNotEqualTo(session);
        assertThat(session.flatMap(beans.sessions::find)).as("the one before").isEmpty();
    }

    @Test
    void oneCookieServesAllLinksOfABrowser() {
        HandOverDesk.Issued other = beans.issue();
        first.open(issued.token());
        Optional<Secret> cookie = first.cookie;

        first.open(other.token());

        assertThat(first.cookie).isEqualTo(cookie);
        assertThat(beans.seen(other).firstUse().browser())
                .isEqualTo(beans.seen(issued).firstUse().browser());
        assertRefused(() -> second.open(other.token()), TradeRefusal.OTHER_BROWSER);
    }

    @Test
    void sessionOfOneLinkOpensNoOther() {
        HandOverDesk.Issued other = beans.issue();
        first.open(issued.token());
        second.open(other.token());
        first.cookie = Optional.empty();

        assertRefused(() -> first.open(other.token()), TradeRefusal.OTHER_BROWSER);
    }

    @Test
    void linkAndSessionEndAtTheirTime() {
        first.open(issued.token());
        beans.clock.advance(Duration.ofHours(72).minusMillis(1));
        assertThat(first.isIn()).isTrue();

        beans.clock.advance(Duration.ofMillis(1));

        assertThat(first.isIn()).isFalse();
        assertRefused(() -> first.open(issued.token()), TradeRefusal.EXPIRED);
    }

    @Test
    void revocationEndsLinkAndSession() {
        first.open(issued.token());

        beans.desk.revoke(beans.connection.id(), issued.handOver().id(), version -> {}, "admin");

        assertThat(first.isIn()).isFalse();
        assertRefused(() -> first.open(issued.token()), TradeRefusal.REVOKED);
        assertThat(beans.seen(issued).stateAt(beans.clock.instant())).isEqualTo(HandOverState.REVOKED);
    }

    @Test
    void whoLeavesMayComeBack() {
        first.open(issued.token());

        beans.sessions.end(issued.handOver());
        beans.sessions.end(issued.handOver());

        assertThat(first.isIn()).isFalse();
        assertThat(beans.audit.lines())
                .filteredOn(line -> line.contains("hand-over-left"))
                .hasSize(1);
        first.open(issued.token());
        assertThat(first.isIn()).isTrue();
    }

    @Test
    void unknownLinkTellsNothingAndIsAudited() {
        assertRefused(() -> first.open(Secret.generate()), TradeRefusal.UNKNOWN_LINK);
        assertRefused(() -> first.open(Secret.of("")), TradeRefusal.UNKNOWN_LINK);

        assertThat(beans.audit.lines())
                .filteredOn(line -> line.contains("sign-in-refused"))
                .hasSize(2)
                .allMatch(line -> line.contains("reason=unknown-link") && line.contains("address=" + HERE));
    }

    @Test
    void tooManyRefusalsAreThrottledButNeverWhoIsRight() {
        first.open(issued.token());
        Browser stranger = beans.new Browser(HERE);
        for (int i = 0; i < 11; i++) {
            assertRefused(() -> stranger.open(issued.token()), TradeRefusal.OTHER_BROWSER);
        }

        assertThatThrownBy(() -> stranger.open(issued.token()))
                .asInstanceOf(type(TooManyTrades.class))
                .satisfies(tooMany -> assertThat(tooMany.retryAfter()).contains(Duration.ofMinutes(5)));

        assertThat(beans.seen(issued).refused().trades()).isEqualTo(11);
        first.session = Optional.empty();
        first.open(issued.token());
        assertThat(first.isIn()).isTrue();
        beans.clock.advance(Duration.ofMinutes(5));
        assertRefused(() -> stranger.open(issued.token()), TradeRefusal.OTHER_BROWSER);
    }

    private static void assertRefused(ThrowingCallable trade, TradeRefusal reason) {
        assertThatThrownBy(trade)
                .asInstanceOf(type(HandOverRefused.class))
                .satisfies(refused -> assertThat(refused.extensions()).containsEntry("reason", reason.word()));
    }
}
