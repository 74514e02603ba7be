package dev.supportlink.outbound.entra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.connection.Cloud;
import dev.supportlink.outbound.testing.OutboundBeans;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "GLOBAL, https://login.microsoftonline.com, https://graph.microsoft.com",
        "US_GOV, https://login.microsoftonline.us, https://graph.microsoft.us",
        "US_GOV_DOD, https://login.microsoftonline.us, https://dod-graph.microsoft.us",
        "CHINA, https://login.partner.microsoftonline.cn, https://microsoftgraph.chinacloudapi.cn"
    })
    void everyCloudHasItsHosts(Cloud cloud, URI login, URI graph) {
        try (OutboundBeans beans = OutboundBeans.start(Map.of())) {
            CloudSettings clouds = beans.get(CloudSettings.class);
            assertThat(clouds.loginUrl(cloud)).isEqualTo(login);
            assertThat(clouds.graphUrl(cloud)).isEqualTo(graph);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://login.partner.microsoftonline.cn",
                "https://login.chinacloudapi.cn",
                "https://sts.chinacloudapi.cn"
            })
    void chinaHasOlderNamesToo(URI host) {
        try (OutboundBeans beans = OutboundBeans.start(Map.of())) {
            assertThat(beans.get(CloudSettings.class).contain(Cloud.CHINA, host))
                    .isTrue();
        }
    }

    @Test
    void otherHostsNeedTheSandbox() {
        Map<String, String> settings = Map.of(
                "supportlink.sandbox", "false",
                "supportlink.cloud.global.login-url", "https://login.example",
                "supportlink.cloud.china.login-url", "https://login.chinacloudapi.cn",
                "supportlink.cloud.us-gov.graph-url", "http://graph.microsoft.us");

        assertThat(problems(settings))
                .hasSize(2)
                .anySatisfy(problem -> assertThat(problem).startsWith("supportlink.cloud.global.login-url must be"))
                .anySatisfy(problem -> assertThat(problem).startsWith("supportlink.cloud.us-gov.graph-url must be"));
    }

    @Test
    void sandboxMayNameAnyHost() {
        assertThat(problems(Map.of("supportlink.cloud.global.login-url", "http://localhost:9181")))
                .isEmpty();
    }

    private static List<String> problems(Map<String, String> settings) {
        try (OutboundBeans beans = OutboundBeans.start(settings)) {
            return beans.get(CloudSettings.class).problemsTogether();
        }
    }
}
