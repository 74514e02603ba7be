package dev.supportlink.outbound.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supportlink.outbound.testing.FakeResolver;
import dev.supportlink.outbound.testing.OutboundBeans;
import dev.supportlink.platform.problem.UpstreamException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {

    private static OutboundBeans beans;

    @BeforeAll
    static void start() {
        beans = OutboundBeans.start(Map.of(
                "supportlink.sandbox", "false",
                "supportlink.outbound.allowed-networks", "10.1.0.0/16, fd00::/8, 127.0.0.0/8, 169.254.0.0/16"));
    }

    @AfterAll
    static void stop() {
        beans.close();
    }

    @Test
    void publicAddressMayBeCalled() throws UnknownHostException {
        resolver().answer("public.example", "148.139.0.1", "2603:1026::1");

        assertThatNoException().isThrownBy(() -> check("https://public.example"));
    }

    @Test
    void everyAddressOfAHostMustPass() throws UnknownHostException {
        resolver().answer("mixed.example", "148.139.0.1", "192.168.0.1");

        assertThat(refusal("https://mixed.example")).isEqualTo("address-not-allowed");
    }

    @Test
    void hostThatIsBoundAnewIsRefusedAtTheNextCall() throws UnknownHostException {
        resolver().answer("rebinding.example", "148.139.0.1");
        resolver().answer("rebinding.example", "127.0.0.1");

        assertThatNoException().isThrownBy(() -> check("https://rebinding.example"));
        assertThat(refusal("https://rebinding.example")).isEqualTo("address-not-allowed");
    }

    @Test
    void privateNetworkNeedsToBeNamed() throws UnknownHostException {
        resolver().answer("named.example", "10.1.2.3", "fd00::5");
        resolver().answer("unnamed.example", "10.2.0.1");

        assertThatNoException().isThrownBy(() -> check("https://named.example"));
        assertThat(refusal("https://unnamed.example")).isEqualTo("address-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1",
                "https://localhost",
                "https://[::1]",
                "https://[::ffff:7f00:1]",
                "https://2130706433",
                "https://169.254.169.254",
                "https://[fd00:ec2::254]",
                "https://[fe80::1]",
                "https://0.0.0.0"
            })
    void namingANetworkNeverOpensLoopbackLinkLocalOrMetadata(String url) {
        assertThat(refusal(url)).isEqualTo("address-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://148.139.0.1", "ftp://148.139.0.1", "https://user@148.139.0.1", "file:///etc/passwd"})
    void onlyPlainHttpsUrlsMayBeCalled(String url) {
        assertThat(refusal(url)).isEqualTo("address-not-allowed");
    }

    @Test
    void unknownHostIsNamed() {
        assertThat(refusal("https://nowhere.invalid")).isEqualTo("dns");
    }

    @Test
    void sandboxMayCallLoopbackByHttpAndNothingElseMore() throws UnknownHostException {
        try (OutboundBeans sandbox = OutboundBeans.start(Map.of())) {
            AddressPolicy policy = sandbox.get(AddressPolicy.class);
            assertThatNoException().isThrownBy(() -> policy.check("instance", URI.create("http://localhost:9183")));
            assertThat(catchThrowableOfType(
                            UpstreamException.class,
                            () -> policy.check("instance", URI.create("http://169.254.169.254"))))
                    .isNotNull();
        }
    }

    private static void check(String url) {
        beans.get(AddressPolicy.class).check("instance", URI.create(url));
    }

    private static String refusal(String url) {
        UpstreamException refusal = catchThrowableOfType(UpstreamException.class, () -> check(url));
        assertThat(refusal).as("a refusal of " + url).isNotNull();
        return refusal.code().orElseThrow();
    }

    private static FakeResolver resolver() {
        return beans.get(FakeResolver.class);
    }
}
