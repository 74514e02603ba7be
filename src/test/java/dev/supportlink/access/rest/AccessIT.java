package dev.supportlink.access.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import dev.supportlink.platform.text.Ids;
import dev.supportlink.testing.AdminClient;
import dev.supportlink.testing.AdminClient.Reply;
import dev.supportlink.testing.RawHttp;
import dev.supportlink.testing.SharedDeployment;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Path;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in, and what users can be given and do. */
class AccessIT extends SharedDeployment {

    private static final String USERS = "/admin/v1/users";
    /** By which one signs in; has tests of its own. */
    private static final Set<String> SIGN_IN = Set.of("POST /admin/v1/hand-over-sessions");

    private static final String PASSWORD = "correct horse battery";
    private static final List<String> MALFORMED =
            List.of("Basic !!!", "Basic", "Basic ", "Basic YWRtaW4=", "Basic Og==", "Bearer", "Digest x", "x", " ");

    static Stream<String> adminPaths() {
        return new ClassFileImporter(List.of(new DoNotIncludeTests()))
                .importPackages("dev.supportlink").stream()
                        .filter(found -> found.isAnnotatedWith(Path.class))
                        .flatMap(AccessIT::pathsOf)
                        .filter(path -> path.startsWith("/admin"))
                        .distinct()
                        .sorted();
    }

    private static Stream<String> pathsOf(JavaClass resource) {
        String base = resource.getAnnotationOfType(Path.class).value();
        Stream<String> below = resource.getMethods().stream()
                .filter(method -> method.isAnnotatedWith(Path.class))
                .map(method -> base + "/" + pathOf(method));
        return Stream.concat(Stream.of(base), below)
                .map(path -> ("/" + path).replaceAll("/+", "/").replaceAll("\\{[^}]*\\}", "x"));
    }

    private static String pathOf(JavaMethod method) {
        return method.getAnnotationOfType(Path.class).value();
    }

    @ParameterizedTest
    @MethodSource("adminPaths")
    void strangersGetNowhere(String path) {
        for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD")) {
            if (SIGN_IN.contains(method + " " + path)) {
                continue;
            }
            assertThat(SERVER.send(SERVER.request(path)
                                    .method(method, BodyPublishers.noBody())
                                    .build())
                            .statusCode())
                    .as(method)
                    .isEqualTo(401);
        }
    }

    @Test
    void refusalAsksForBasicInTheProblemFormat() {
        var answer = SERVER.get(USERS);

        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValue("Basic realm=\"SupportLink\", charset=\"UTF-8\"");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("urn:supportlink:problem:unauthenticated");
        assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//admin/v1/users",
                "/admin;x=1/v1/users",
                "/%61dmin/v1/users",
                "/api/%2e%2e/admin/v1/users",
                "/api/..;/admin/v1/users",
                "/api/now/..%2f..%2fadmin/v1/users",
                "/oauth_token.do/../admin/v1/users",
                "/api//admin/v1/users",
                "/admin%2fv1%2fusers",
                "/./admin/v1/users",
                "/admin",
                "/admin/",
                "/admin;x",
                "//admin",
                "/Admin/v1/users",
                "/ADMIN/v1/users",
                "/x/../admin/v1/users",
                "/console/../admin/v1/users",
                "/console/..;x/admin/v1/users",
                "/admin//v1/users",
                "/admin/v1/users;x=1",
                "/admin/v1/users/",
                "/admin/v1/../v1/users",
                "/admin/../admin/v1/users",
                "/%2561dmin/v1/users",
                "/%41dmin/v1/users",
                "/admin%00/v1/users",
                "/admin\\v1\\users",
                "/api/now/;/../../admin/v1/users",
                "/oauth_token.do;/../admin/v1/users",
                "/oauth_token.do/admin/v1/users",
                "http://localhost/admin/v1/users",
                "http://localhost/api/../admin/v1/users"
            })
    void noSpellingOfAPathGetsAround(String path) {
        String answer = RawHttp.get(SERVER.base(), path);

        assertThat(answer).matches("(?s)HTTP/1.1 4.*").doesNotContain("\"items\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic !!!", "Basic", "Basic YWRtaW4=", "Bearer abc", "Negotiate abc", "x"})
    void unreadableCredentialsAreNone(String header) {
        var answer = SERVER.send(
                SERVER.request(USERS).header("Authorization", header).build());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    /** Nothing but the filter looks at the header: the container used to fail on some, and wrote a stack for each. */
    @Test
    void malformedCredentialsLeaveNoTraceInTheLog() {
        int before = log().length();
        for (String path : List.of(USERS, "/admin", "/api/now/table/incident", "/oauth_token.do")) {
            for (String value : MALFORMED) {
                assertThat(RawHttp.get(SERVER.base(), path, "Authorization: " + value + "\r\n"))
                        .as("%s with %s", path, value)
                        .matches("(?s)HTTP/1.1 4.*");
            }
        }

        assertThat(log().substring(before))
                .doesNotContain("NullPointer", "OutOfBounds", "FFDC", "SRVE", "CWWKS", "A request failed");
    }

    @Test
    void sitesAndFormAreLookedAtBeforeCredentials() {
        String site = RawHttp.get(SERVER.base(), USERS, "Origin: https://evil.example\r\nAuthorization: Basic !\r\n");
        String form = RawHttp.get(SERVER.base(), USERS + "?q=%zz");

        assertThat(site).startsWith("HTTP/1.1 403").contains("urn:supportlink:problem:cross-site");
        assertThat(form).startsWith("HTTP/1.1 400").contains("urn:supportlink:problem:bad-request");
    }

    @Test
    void operatorMakesAUserWhoCanSignInAndSeesWhatTheRolesAllow() {
        String name = "anna-" + Ids.next();
        Reply made = firstUser().post(USERS, user(name, "entra-admin")).expect(201);
        String id = made.json().getString("id");

        assertThat(made.response().headers().firstValue("Location")).hasValue(SERVER.base() + USERS + "/" + id);
        assertThat(made.text()).doesNotContain(PASSWORD);
        AdminClient anna = firstUser().as(name, PASSWORD);
        assertThat(anna.get("/admin/v1/connections").status()).isEqualTo(200);
        assertThat(anna.get(USERS).status()).isEqualTo(403);
        assertThat(anna.post(USERS, user("x" + name, "operator")).status()).isEqualTo(403);
        assertThat(anna.get("/admin/v1/audit-events").status()).isEqualTo(403);
        assertThat(firstUser()
                        .get(USERS + "/" + name.toUpperCase(java.util.Locale.ROOT))
                        .json())
                .isEqualTo(firstUser().get(USERS + "/" + id).json());
    }

    @Test
    void changedRolesCountFromTheNextRequestOn() {
        String name = "bert-" + Ids.next();
        firstUser().post(USERS, user(name, "auditor")).expect(201);
        AdminClient bert = firstUser().as(name, PASSWORD);
        assertThat(bert.get("/admin/v1/audit-events?limit=1").status()).isEqualTo(200);

        String path = USERS + "/" + name + "/roles";
        String etag = firstUser().get(USERS + "/" + name).etag().orElseThrow();
        Reply changed = firstUser().put(path, roles("entra-admin"), etag).expect(200);
        Reply same = firstUser().put(path, roles("entra-admin"), null).expect(200);

        assertThat(changed.etag()).isNotEqualTo(java.util.Optional.of(etag)).isEqualTo(same.etag());
        assertThat(bert.get("/admin/v1/audit-events?limit=1").status()).isEqualTo(403);
    }

    @Test
    void usersAreListedInPages() {
        firstUser().post(USERS, user("carl-" + Ids.next(), "auditor")).expect(201);

        JsonObject page = firstUser().get(USERS + "?limit=1").expect(200).json();

        assertThat(page.getJsonArray("items")).hasSize(1);
        String cursor = page.getString("nextCursor");
        JsonObject next =
                firstUser().get(USERS + "?limit=1&cursor=" + cursor).expect(200).json();
        assertThat(next.getJsonArray("items")).doesNotContainAnyElementsOf(page.getJsonArray("items"));
    }

    @Test
    void takenNamesAndBadInputAreTold() {
        assertThat(firstUser().post(USERS, user("ADMIN", "auditor")).status()).isEqualTo(409);
        Reply bad = firstUser()
                .post(
                        USERS,
                        Json.createObjectBuilder(user("d d", "auditor"))
                                .add("password", "short")
                                .build())
                .expect(400);
        assertThat(bad.json().getJsonArray("errors").getValuesAs(JsonObject.class))
                .extracting(error -> error.getString("field"))
                .containsExactlyInAnyOrder("name", "password");
        assertThat(bad.text()).doesNotContain("short");
        assertThat(firstUser().get(USERS + "/nobody").status()).isEqualTo(404);
    }

    @Test
    void whatOperatorsDoIsInTheAuditTrail() {
        String name = "emil-" + Ids.next();
        firstUser().post(USERS, user(name, "auditor")).expect(201);

        JsonObject newest = firstUser()
                .get("/admin/v1/audit-events?action=user-created&actor=admin&limit=1")
                .expect(200)
                .json()
                .getJsonArray("items")
                .getJsonObject(0);

        assertThat(newest.getString("actor")).isEqualTo("admin");
        assertThat(newest.getJsonObject("detail").getString("user")).isEqualTo(name);
        assertThat(newest.toString()).doesNotContain(PASSWORD);
        assertThat(firstUser().get("/admin/v1/audit-events?since=yesterday").status())
                .isEqualTo(400);
        assertThat(firstUser()
                        .get("/admin/v1/audit-events?since=2999-01-01T00:00:00Z")
                        .json()
                        .getJsonArray("items"))
                .isEmpty();
    }

    @Test
    void tooManyFailuresAreAnsweredWithoutBeingChecked() {
        String name = "frida-" + Ids.next();
        firstUser().post(USERS, user(name, "auditor")).expect(201);
        AdminClient guesser = firstUser().as(name, "wrong horse battery");
        for (int i = 0; i < 11; i++) {
            assertThat(guesser.get(USERS).status()).isEqualTo(401);
        }

        Reply throttled = firstUser().as(name, PASSWORD).get(USERS);

        assertThat(throttled.status()).isEqualTo(429);
        assertThat(throttled.json().getString("type")).isEqualTo("urn:supportlink:problem:throttled");
        assertThat(Integer.parseInt(
                        throttled.response().headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 300);
        assertThat(firstUser().get(USERS).status()).isEqualTo(200);
    }

    private static JsonObject user(String name, String role) {
        JsonObjectBuilder user = Json.createObjectBuilder(roles(role));
        return user.add("name", name).add("password", PASSWORD).build();
    }

    private static JsonObject roles(String role) {
        JsonArrayBuilder roles =
                Json.createArrayBuilder().add(Json.createObjectBuilder().add("role", role));
        return Json.createObjectBuilder().add("roles", roles).build();
    }
}
