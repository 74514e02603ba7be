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
}
