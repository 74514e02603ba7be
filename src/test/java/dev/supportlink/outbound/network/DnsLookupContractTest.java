package dev.supportlink.outbound.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.supportlink.inbound.allowlist.AllowListSettings;
import dev.supportlink.inbound.allowlist.LookedUp;
import dev.supportlink.inbound.allowlist.LookedUp.Outcome;
import dev.supportlink.outbound.http.HostResolver;
import dev.supportlink.outbound.http.JvmHostResolver;
import dev.supportlink.platform.net.IpAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DnsLookupContractTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void addressesComeOnceAndInOrder() {
        LookedUp found = over(host -> List.of(
                        InetAddress.getByName("192.0.2.9"),
                        InetAddress.getByName("2001:db8::1"),
                        InetAddress.getByName("192.0.2.10"),
                        InetAddress.getByName("192.0.2.9")))
                .lookUp("a.example");

        assertThat(found.outcome()).isEqualTo(Outcome.FOUND);
        assertThat(found.addresses())
                .extracting(IpAddress::toString)
                .containsExactly("192.0.2.10", "192.0.2.9", "2001:db8::1");
    }

    @Test
    void numberOfAddressesIsBounded() {
        List<InetAddress> many = new ArrayList<>();
        for (int number = 0; number < 1000; number++) {
            many.add(address("10.0." + number / 256 + "." + number % 256));
        }

        assertThat(over(host -> many).lookUp("a.example").addresses()).hasSize(DnsLookup.MOST_ADDRESSES);
    }

    @Test
    void unknownNameAndSilentServerAreToldApart() {
        assertThat(refusing("a.example: Name or service not known").lookUp("a.example"))
                .isEqualTo(LookedUp.without(Outcome.NO_SUCH_HOST));
        assertThat(refusing("a.example: Temporary failure in name resolution").lookUp("a.example"))
                .isEqualTo(LookedUp.without(Outcome.NO_ANSWER));
    }

    @Test
    void waitIsBounded() {
        CountDownLatch never = new CountDownLatch(1);
        DnsLookup lookup = over(host -> {
            awaitQuietly(never);
            return List.of();
        });

        long before = System.nanoTime();
        assertThat(lookup.lookUp("slow.example")).isEqualTo(LookedUp.without(Outcome.NO_ANSWER));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void bugsAreNotTakenForAnswers() {
        assertThatIllegalStateException()
                .isThrownBy(() -> over(host -> {
                            throw new IllegalArgumentException("bug");
                        })
                        .lookUp("a.example"));
    }

    @Test
    void theJvmKnowsThisMachine() {
        assertThat(over(new JvmHostResolver()).lookUp("localhost").addresses())
                .isNotEmpty()
                .allMatch(address -> address.toString().equals("127.0.0.1")
                        || address.toString().equals("::1"));
    }

    private DnsLookup refusing(String message) {
        return over(host -> {
            throw new UnknownHostException(message);
        });
    }

    private DnsLookup over(HostResolver resolver) {
        DnsLookup lookup = new DnsLookup();
        lookup.executor = threads;
        lookup.resolver = resolver;
        lookup.settings = new AllowListSettings() {
            @Override
            public Duration lookupTimeout() {
                return Duration.ofMillis(500);
            }
        };
        return lookup;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
