package dev.supportlink.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://contoso.service-now.com, https://contoso.service-now.com",
        "https://contoso.service-now.com/, https://contoso.service-now.com",
        "HTTPS://Contoso.Service-Now.COM:443, https://contoso.service-now.com",
        "https://help.contoso.com:8443, https://help.contoso.com:8443",
        "'  https://help.contoso.com ', https://help.contoso.com",
    })
    void normalises(String typed, String expected) {
        assertThat(InstanceUrl.parse(typed, false)).contains(URI.create(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://contoso.service-now.com",
                "contoso.service-now.com",
                "https://",
                "https://user@contoso.service-now.com",
                "https://user:pw@contoso.service-now.com",
                "https://contoso.service-now.com/nav_to.do",
                "https://contoso.service-now.com?x=1",
                "https://contoso.service-now.com#x",
                "https://localhost",
                "https://127.0.0.1",
                "https://2130706433",
                "https://0x7f.1",
                "https://[::1]",
                "https://169.254.169.254",
                "ftp://contoso.service-now.com",
                "https://contoso service-now.com",
                "javascript:alert(1)",
                "",
            })
    void refuses(String typed) {
        assertThat(InstanceUrl.parse(typed, false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://contoso.service-now.com | does not begin with https://; it must be",
                "contoso.service-now.com | does not begin with https://; it must be",
                "https://user:pw@contoso.service-now.com | contains a user name or password",
                "https://contoso.service-now.com/nav_to.do | has a path; it must be",
                "https://contoso.service-now.com?x=1 | has a part after ? or #",
                "https://contoso.service-now.com#x | has a part after ? or #",
                "https://contoso.service-now.com:70000 | has a port that does not exist",
                "https://localhost | a name without a domain",
                "https://169.254.169.254 | an IP address",
                "https://[::1] | an IP address",
                "https:// | must be the instance's address",
                "https://contoso service-now.com | must be the instance's address",
            })
    void saysWhatIsWrongAndWhatIsRight(String typed, String problem) {
        assertThat(InstanceUrl.parse(typed, false)).isEmpty();
        assertThat(InstanceUrl.problem(typed, false)).contains(problem, "https://contoso.service-now.com");
    }

    @Test
    void theSandboxTakesPlainHttpOnLoopback() {
        assertThat(InstanceUrl.parse("http://localhost:9183", true)).contains(URI.create("http://localhost:9183"));
    }
}
