package dev.supportlink.setup.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.connection.Cloud;
import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Instance;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PortalLinksTest {

    private static final String CLIENT_ID = "11111111-2222-3333-4444-555555555555";

    @ParameterizedTest
    @CsvSource({
        "GLOBAL, portal.azure.com, admin.microsoft.com",
        "US_GOV, portal.azure.us, portal.office365.us",
        "US_GOV_DOD, portal.azure.us, portal.apps.mil",
        "CHINA, portal.azure.cn, portal.partner.microsoftonline.cn"
    })
    void everyCloudHasItsOwnPortals(Cloud cloud, String azure, String adminCenter) {
        Connection connection = ScriptFixture.connection(cloud);

        assertThat(PortalLinks.registration(connection, CLIENT_ID))
                .hasSize(6)
                .allSatisfy(link -> assertThat(URI.create(link.url()).getHost()).isEqualTo(azure));
        assertThat(URI.create(PortalLinks.organizationProfile(connection).url()).getHost())
                .isEqualTo(adminCenter);
        assertThat(URI.create(PortalLinks.domains(connection).url()).getHost()).isEqualTo(adminCenter);
    }

    @Test
    void knownApplicationIsOpenedAtItsOwnPages() {
        Connection connection = ScriptFixture.connection(Cloud.GLOBAL);

        assertThat(PortalLinks.registration(connection, null)).hasSize(2);
        assertThat(PortalLinks.registration(connection, CLIENT_ID).stream().skip(2))
                .allSatisfy(link -> assertThat(link.url()).endsWith("/appId/" + CLIENT_ID));
    }

    @Test
    void formsOfTheInstanceAreFilledIn() {
        Connection connection = ScriptFixture.connection(Cloud.GLOBAL);
        Instance instance = Objects.requireNonNull(connection.instance());

        assertThat(PortalLinks.registry(connection, instance))
                .contains(
                        new Link(
                                "New OAuth API endpoint for external clients",
                                "https://contoso.service-now.com/oauth_entity.do?sys_id=-1&sysparm_query=type%3Dclient%5Ename%3DSupportLink%20Contoso"));
        assertThat(PortalLinks.users(connection, instance))
                .extracting(Link::url)
                .contains(
                        "https://contoso.service-now.com/sys_user.do?sys_id=-1&sysparm_query=user_name%3Dsupportlink.0f8fad5b"
                                + "%5Eweb_service_access_only%3Dtrue");
    }

    @ParameterizedTest
    @EnumSource
    void noValueLeavesItsPlaceInALink(Cloud cloud) {
        Instance instance = new Instance(URI.create("https://contoso.service-now.com"));
        Connection hostile = ScriptFixture.connection(ScriptFixture.HOSTILE, cloud, instance);

        List<String> urls =
                PortalLinks.registry(hostile, instance).stream().map(Link::url).toList();

        assertThat(urls)
                .allSatisfy(url -> assertThat(url).matches("https://contoso\\.service-now\\.com/[A-Za-z0-9._~%?&=-]+"));
    }
}
