package dev.supportlink.inbound.allowlist;

import dev.supportlink.platform.net.CidrRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The list and the newest findings in memory; on request it fails as a database does that has gone. */
public final class InMemoryAllowList implements AllowListRepository, NetworkFindingsRepository {

    private AllowList list;
    private NetworkFindings findings;
    private boolean gone;
    Runnable beforeAnswer = () -> {};

    public InMemoryAllowList(boolean enabled, String... ranges) {
        list = new AllowList(1, enabled, ranges(ranges));
    }

    public static List<CidrRange> ranges(String... texts) {
        return Stream.of(texts).map(CidrRange::parse).toList();
    }

    void gone(boolean now) {
        gone = now;
    }

    @Override
    public AllowList read() {
        if (gone) {
            throw new IllegalStateException("no database");
        }
        AllowList read = list;
        beforeAnswer.run();
        return read;
    }

    @Override
    public AllowList lock() {
        return read();
    }

    @Override
    public void replace(AllowList changed) {
        list = changed;
    }

    @Override
    public Optional<NetworkFindings> newest() {
        return Optional.ofNullable(findings);
    }

    @Override
    public void keep(NetworkFindings found) {
        findings = found;
    }
}
