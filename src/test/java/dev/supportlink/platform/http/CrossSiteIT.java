package dev.supportlink.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.testing.AdminClient.Reply;
import dev.supportlink.testing.SharedDeployment;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser sends for a page of another site is refused, whoever is signed in. */
class CrossSiteIT extends SharedDeployment {

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.example",
        "Origin, null",
        "Origin, http://localhost:3000",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"
    })
    void refusedWithAndWithoutCredentials(String header, String value) {
        Reply signedIn = firstUser()
                .send(firstUser()
                        .request("/admin/v1/users")
                        .header(header, value)
                        .GET());
        HttpResponse<String> anonymous = SERVER.send(
                SERVER.request("/admin/v1/users").header(header, value).build());
        HttpResponse<String> console =
                SERVER.send(SERVER.request("/console/").header(header, value).build());

        assertThat(signedIn.status()).isEqualTo(403);
        assertThat(signedIn.json().getString("type")).isEqualTo("urn:supportlink:problem:cross-site");
        assertThat(anonymous.statusCode()).isEqualTo(403);
        assertThat(console.statusCode()).isEqualTo(403);
    }

    @Test
    void ownConsoleAndScriptsPass() {
        String origin = SERVER.base().toString();

        assertThat(firstUser()
                        .send(firstUser()
                                .request("/admin/v1/users")
                                .header("Origin", origin)
                                .header("Sec-Fetch-Site", "same-origin")
                                .GET())
                        .status())
                .isEqualTo(200);
        assertThat(firstUser().get("/admin/v1/users").status()).isEqualTo(200);
    }

    @Test
    void linkToTheConsoleCanBeFollowedFromAnywhere() {
        HttpResponse<String> answer = SERVER.send(SERVER.request("/console/")
                .header("Sec-Fetch-Site", "cross-site")
                .header("Sec-Fetch-Mode", "navigate")
                .header("Sec-Fetch-Dest", "document")
                .build());

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/v1/users", "/console/", "/nowhere", "/health", "/metrics"})
    void nothingMayBeReadByOtherSites(String path) {
        HttpResponse<String> answer = SERVER.get(path);

        assertThat(answer.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control-"));
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    }

    @Test
    void pagesRunOwnScriptsOnlyAndDataRunsNone() {
        assertThat(SERVER.get("/console/")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(SERVER.get("/admin/v1/users").headers().firstValue("Content-Security-Policy"))
                .hasValue("default-src 'none'; frame-ancestors 'none'");
        assertThat(SERVER.get("/admin/v1/users").headers().firstValue("Cache-Control"))
                .hasValue("no-store");
    }

    @Test
    void bareAddressLeadsToTheConsole() {
        HttpResponse<String> root = SERVER.get("/");

        assertThat(root.statusCode()).isEqualTo(302);
        assertThat(root.headers().firstValue("Location")).hasValue("/console/");
    }

    @Test
    void requestIdIsOursAlone() {
        HttpResponse<String> answer = SERVER.send(
                SERVER.request("/nowhere").header("X-Request-Id", "forged").build());

        assertThat(answer.headers().allValues("X-Request-Id"))
                .singleElement()
                .asString()
                .matches("[0-9a-f]{32}");
    }
}
