package dev.supportlink.inbound.allowlist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.platform.net.IpAddress;
import org.junit.jupiter.api.Test;

class AllowListInForceTest {

    private final InMemoryAllowList stored = new InMemoryAllowList(true, "10.0.0.0/8");
    private final AllowListInForce inForce = new AllowListInForce();

    AllowListInForceTest() {
        inForce.lists = stored;
    }

    @Test
    void nothingIsKnownUntilItIsRead() {
        stored.gone(true);
        inForce.refresh();
        assertThat(inForce.current()).isEmpty();

        stored.gone(false);
        inForce.refresh();
        assertThat(inForce.current()).contains(stored.read());
    }

    @Test
    void changeOfAnotherNodeIsSeenWithTheNextRead() {
        inForce.refresh();
        AllowList changed = new AllowList(2, false, InMemoryAllowList.ranges("::/0"));
        stored.replace(changed);

        inForce.refresh();

        assertThat(inForce.current()).contains(changed);
    }

    @Test
    void lastKnownListStaysInForceWhileTheDatabaseIsGone() {
        inForce.refresh();
        stored.gone(true);

        inForce.refresh();
        inForce.refresh();

        assertThat(inForce.current()).isPresent();
        assertThat(inForce.current().orElseThrow().admits(IpAddress.parse("192.0.2.1")))
                .isFalse();
    }

    @Test
    void ownChangeIsInForceAtOnceAndAnOlderReadDoesNotUndoIt() {
        inForce.refresh();
        AllowList changed = new AllowList(2, true, InMemoryAllowList.ranges("192.0.2.0/24"));
        stored.beforeAnswer = () -> inForce.changed(new AllowListChanged(changed));

        inForce.refresh();

        assertThat(inForce.current()).contains(changed);
    }

    @Test
    void listDecidesOnlyWhileItIsOn() {
        AllowList on = new AllowList(1, true, InMemoryAllowList.ranges("192.0.2.0/24", "2001:db8::/32"));
        AllowList off = new AllowList(2, false, on.ranges());

        assertThat(on.admits(IpAddress.parse("192.0.2.255"))).isTrue();
        assertThat(on.admits(IpAddress.parse("::ffff:192.0.2.255"))).isTrue();
        assertThat(on.admits(IpAddress.parse("2001:db8:ffff::1"))).isTrue();
        assertThat(on.admits(IpAddress.parse("192.0.3.0"))).isFalse();
        assertThat(on.admits(IpAddress.parse("::1"))).isFalse();
        assertThat(off.admits(IpAddress.parse("192.0.3.0"))).isTrue();
    }
}
