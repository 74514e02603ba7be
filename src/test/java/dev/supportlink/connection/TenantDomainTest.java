package dev.supportlink.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TenantDomainTest {

    @ParameterizedTest
    @CsvSource({
        "Contoso.onmicrosoft.com, contoso.onmicrosoft.com",
        "' a.b.co ', a.b.co",
        "xn--bcher-kva.example, xn--bcher-kva.example"
    })
    void takesDomainNames(String typed, String expected) {
        assertThat(TenantDomain.parse(typed)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contoso",
                "contoso..com",
                "-a.com",
                "a-.com",
                "https://contoso.com",
                "a@contoso.com",
                "1.2.3.4",
                "contoso.com/x",
                "con toso.com",
                "",
                "contoso.com.",
                "../x.com",
                "a.com?x"
            })
    void refusesEverythingElse(String typed) {
        assertThat(TenantDomain.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://contoso.com, is a web address",
        "contoso.com/x, is a web address",
        "a@contoso.com, is an e-mail address",
        "0a0b0c0d-1111-2222-3333-444455556666, is a tenant ID",
        "contoso, has no dot",
        "-a.com, must be a domain name of the tenant",
    })
    void saysWhatIsWrongAndWhatIsRight(String typed, String problem) {
        assertThat(TenantDomain.problem(typed)).startsWith(problem).contains("contoso.onmicrosoft.com");
    }
}
