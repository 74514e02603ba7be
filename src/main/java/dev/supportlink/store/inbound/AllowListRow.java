package dev.supportlink.store.inbound;

import dev.supportlink.inbound.allowlist.AllowList;
import dev.supportlink.platform.net.CidrRange;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** The one row of {@code allow_list}. */
@Entity
@Table(name = "allow_list")
@NullUnmarked
class AllowListRow {

    @Id
    String name;

    @Column
    long revision;

    @Column
    boolean enabled;

    @Column
    String ranges;

    void take(AllowList list) {
        revision = list.revision();
        enabled = list.enabled();
        ranges = CommaList.text(list.ranges());
    }

    AllowList toList() {
        return new AllowList(revision, enabled, CommaList.items(ranges, CidrRange::parse));
    }
}
