package dev.supportlink.store.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.inbound.allowlist.AllowList;
import dev.supportlink.inbound.allowlist.AllowListRepository;
import dev.supportlink.inbound.allowlist.GuideAddresses;
import dev.supportlink.inbound.allowlist.LookedUp.Outcome;
import dev.supportlink.inbound.allowlist.NetworkFindings;
import dev.supportlink.inbound.allowlist.NetworkFindingsRepository;
import dev.supportlink.platform.net.CidrRange;
import dev.supportlink.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class StoredAllowListTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @Parameter
    TestDatabase database;

    private AllowListRepository lists;
    private AllowList shipped;

    @BeforeEach
    void open() {
        lists = database.port(AllowListRepository.class, StoredAllowListTest::in);
        shipped = lists.read();
    }

    @AfterEach
    void restore() {
        lists.replace(shipped);
    }

    @Test
    void guidesAddressesAreShippedAndOff() {
        assertThat(shipped.enabled()).isFalse();
        assertThat(shipped.ranges())
                .isEqualTo(GuideAddresses.ALL.stream().map(CidrRange::parse).toList());
    }

    @Test
    void replacedListIsReadByEverybody() {
        AllowList changed = new AllowList(2, true, ranges(Stream.of("10.0.0.0/8", "2001:db8::/32", "::/0")));
        lists.replace(changed);
        assertThat(lists.read()).isEqualTo(changed);

        AllowList empty = new AllowList(3, false, List.of());
        lists.replace(empty);
        assertThat(lists.read()).isEqualTo(empty);
    }

    @Test
    void longestListFits() {
        AllowList longest = new AllowList(
                2,
                true,
                ranges(IntStream.range(0, 500)
                        .mapToObj(number ->
                                "2001:db8:1111:2222:3333:4444:5555:" + Integer.toHexString(number + 4096) + "/128")));

        lists.replace(longest);

        assertThat(lists.read()).isEqualTo(longest);
    }

    @Test
    void secondChangeWaitsForTheFirst() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        try {
            Future<Long> first = threads.submit(() -> change(locked, mayGoOn));
            assertThat(locked.await(10, TimeUnit.SECONDS)).isTrue();
            Future<Long> second = threads.submit(() -> change(new CountDownLatch(1), new CountDownLatch(0)));
            mayGoOn.countDown();

            assertThat(first.get(20, TimeUnit.SECONDS)).isEqualTo(shipped.revision() + 1);
            assertThat(second.get(20, TimeUnit.SECONDS)).isEqualTo(shipped.revision() + 2);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void newestFindingsReplaceTheOnesBefore() {
        NetworkFindingsRepository findings = database.port(NetworkFindingsRepository.class, entities -> {
            StoredNetworkFindings adapter = new StoredNetworkFindings();
            adapter.entities = entities;
            return adapter;
        });
        NetworkFindings first = findings(NOW, Outcome.NO_SUCH_HOST, List.of());
        NetworkFindings second = findings(NOW.plusSeconds(60), Outcome.FOUND, List.of("192.0.2.7", "2001:db8::1"));

        findings.keep(first);
        assertThat(findings.newest()).contains(first);
        findings.keep(second);
        assertThat(findings.newest()).contains(second);
    }

    private long change(CountDownLatch locked, CountDownLatch mayGoOn) {
        return database.inTransaction(entities -> {
            AllowListRepository one = in(entities);
            AllowList before = one.lock();
            locked.countDown();
            await(mayGoOn);
            one.replace(new AllowList(before.revision() + 1, before.enabled(), before.ranges()));
            return before.revision() + 1;
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static AllowListRepository in(EntityManager entities) {
        StoredAllowList adapter = new StoredAllowList();
        adapter.entities = entities;
        return adapter;
    }

    private static List<CidrRange> ranges(Stream<String> texts) {
        return texts.map(CidrRange::parse).toList();
    }

    private static NetworkFindings findings(Instant at, Outcome outcome, List<String> addresses) {
        return new NetworkFindings(
                at,
                "connector.example",
                outcome,
                addresses,
                addresses,
                List.of(),
                "localhost",
                Outcome.FOUND,
                List.of("127.0.0.1"));
    }
}
