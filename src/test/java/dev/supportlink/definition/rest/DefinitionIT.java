package dev.supportlink.definition.rest;

import static dev.supportlink.testing.SetupPath.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.testing.AdminClient;
import dev.supportlink.testing.AdminClient.Reply;
import dev.supportlink.testing.OutsideWorld;
import dev.supportlink.testing.SetupPath;
import dev.supportlink.testing.SharedDeployment;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Export and import over HTTP. */
class DefinitionIT extends SharedDeployment {

    private static final String IMPORT = "/admin/v1/connections/import";
    private static final int HUNDRED = 100;

    private AdminClient admin;

    @BeforeEach
    void signIn() {
        admin = firstUser();
    }

    @Test
    void aHundredDocumentsMakeAHundredConnectionsOnce() {
        String run = unique();
        List<String> etags = new ArrayList<>();
        for (int number = 0; number < HUNDRED; number++) {
            Reply made = admin.post(IMPORT, numbered(run, number)).expect(201);
            assertThat(made.json().getString("outcome")).isEqualTo("created");
            assertThat(made.response().headers().firstValue("Location"))
                    .get()
                    .asString()
                    .endsWith(connection(made).getString("id"));
            etags.add(made.etag().orElseThrow());
        }
        String newest = newestEvent();

        for (int number = 0; number < HUNDRED; number++) {
            Reply again = admin.post(IMPORT, numbered(run, number)).expect(200);
            assertThat(again.json().getString("outcome")).isEqualTo("unchanged");
            assertThat(again.json().getJsonArray("changes")).isEmpty();
            assertThat(again.etag()).contains(etags.get(number));
        }
        assertThat(newestEvent()).isEqualTo(newest);
        assertThat(found(run)).isEqualTo(HUNDRED);
    }

    @Test
    void aDryRunTellsWhatAnImportDoesAndStoresNothing() {
        String run = unique();
        JsonObject document = numbered(run, 1);
        String newest = newestEvent();

        JsonObject told =
                admin.post(IMPORT + "?dryRun=true", document).expect(200).json();

        assertThat(told.getBoolean("dryRun")).isTrue();
        assertThat(told.getString("outcome")).isEqualTo("created");
        assertThat(told.get("connection")).isEqualTo(JsonValue.NULL);
        assertThat(found(run)).isZero();
        assertThat(newestEvent()).isEqualTo(newest);
        JsonObject done = admin.post(IMPORT, document).expect(201).json();
        assertThat(done.getJsonArray("changes")).isEqualTo(told.getJsonArray("changes"));
    }

    @Test
    void aDryRunOfAChangeStoresNothingEither() {
        SetupPath path = SetupPath.begin(admin, "dry " + unique()).complete();
        Reply export = export(path);
        Reply plan = admin.get(path.path() + "/setup").expect(200);
        Reply before = admin.get(path.path()).expect(200);
        String newest = newestEvent();
        JsonObject changed = Json.createObjectBuilder(export.json())
                .add("tenantDomain", "fabrikam.onmicrosoft.com")
                .add("inboundClient", json("{'refreshTokenRotation':true}"))
                .build();

        JsonObject told =
                admin.post(IMPORT + "?dryRun=true", changed).expect(200).json();

        assertThat(told.getString("outcome")).isEqualTo("changed");
        assertThat(told.getJsonArray("changes").toString())
                .contains(
                        "\"field\":\"tenantDomain\"", "fabrikam.onmicrosoft.com", "inboundClient.refreshTokenRotation");
        assertThat(told.getJsonArray("reopens").toString())
                .contains("tenant-domain", "entra-application", "outbound-provider", "test-connection");
        assertThat(export(path).text()).isEqualTo(export.text());
        assertThat(admin.get(path.path() + "/setup").text()).isEqualTo(plan.text());
        assertThat(admin.get(path.path()).etag()).isEqualTo(before.etag());
        assertThat(newestEvent()).isEqualTo(newest);
    }

    @Test
    void anImportChangesExactlyTheFieldsThatDifferAndReopensWhatItMust() {
        SetupPath path = SetupPath.begin(admin, "exact " + unique()).complete();
        JsonObject document = export(path).json();
        Reply before = admin.get(path.path()).expect(200);

        Reply same = admin.post(IMPORT, document).expect(200);
        assertThat(same.json().getString("outcome")).isEqualTo("unchanged");
        assertThat(admin.get(path.path()).etag()).isEqualTo(before.etag());

        JsonObject adopting = admin.post(IMPORT, with(document, "adoptionQuery", "state=1"))
                .expect(200)
                .json();
        assertThat(adopting.getJsonArray("changes"))
                .containsExactly(json("{'field':'adoptionQuery','before':null,'after':'state=1'}"));
        assertThat(adopting.getJsonArray("reopens")).isEmpty();
        assertThat(adopting.getJsonObject("connection").getString("setupState")).isEqualTo("complete");

        String other = UUID.randomUUID().toString();
        JsonObject registered = admin.post(IMPORT, with(document, "entraClientId", other))
                .expect(200)
                .json();
        assertThat(registered.getJsonArray("reopens").toString())
                .contains("entra-application", "outbound-provider", "complete-integration", "test-connection");
        assertThat(path.step("entra-application").getString("state")).isEqualTo("ready");
        assertThat(path.step("test-connection").getString("state")).isEqualTo("blocked");
        assertThat(path.step("integration-user").getString("state")).isEqualTo("done");
        assertThat(registered.getJsonObject("connection").getString("setupState"))
                .isEqualTo("in-progress");
    }

    @Test
    void theNameIsFoundIgnoringCase() {
        JsonObject document = numbered(unique(), 1);
        String name = document.getString("name");
        String id = connection(admin.post(IMPORT, document).expect(201)).getString("id");

        JsonObject renamed = admin.post(IMPORT, with(document, "name", name.toUpperCase(java.util.Locale.ROOT)))
                .expect(200)
                .json();

        assertThat(renamed.getString("outcome")).isEqualTo("changed");
        assertThat(renamed.getJsonObject("connection").getString("id")).isEqualTo(id);
        assertThat(renamed.getJsonObject("connection").getString("name"))
                .isEqualTo(name.toUpperCase(java.util.Locale.ROOT));
    }

    @Test
    void anImportedConnectionIsSetUpLikeAnyOther() {
        SetupPath first = SetupPath.begin(admin, "original " + unique()).complete();
        JsonObject document = with(export(first).json(), "name", "copy " + unique());
        int entraCalls = OutsideWorld.world().entra().requests().count("POST", "/");

        JsonObject copy = connection(admin.post(IMPORT, document).expect(201));

        assertThat(OutsideWorld.world().entra().requests().count("POST", "/")).isEqualTo(entraCalls);
        assertThat(copy.getString("setupState")).isEqualTo("in-progress");
        assertThat(copy.get("tenantId")).isEqualTo(JsonValue.NULL);
        JsonObject sheet = admin.get("/admin/v1/connections/" + copy.getString("id") + "/completion-sheet")
                .expect(200)
                .json();
        assertThat(sheet.getString("outboundAppId"))
                .isEqualTo(first.prepared().application().appId());
        assertThat(sheet.getString("clientId")).isNotEqualTo(first.sheet().getString("clientId"));
    }

    @Test
    void theDocumentHoldsNoSecretAndNoId() {
        SetupPath path = SetupPath.begin(admin, "open " + unique()).complete();
        String secret = path.make("clientSecret");

        String text = export(path).text();

        assertThat(text)
                .contains("\"formatVersion\":1", path.prepared().user().userName())
                .doesNotContain(
                        secret,
                        path.prepared().applicationSecret(),
                        path.prepared().client().clientSecret(),
                        path.prepared().user().password(),
                        path.id(),
                        path.sheet().getString("clientId"),
                        path.sheet().getString("restUsername"));
    }

    @Test
    void whatIsWrongIsToldWithEveryPathAndStoresNothing() {
        String run = unique();
        JsonObject wrong = Json.createObjectBuilder(numbered(run, 1))
                .add("cloud", "mars")
                .add("clientSecret", "x")
                .add("inboundClient", json("{'refreshTokenLifespan':'P9000D'}"))
                .build();

        for (String path : List.of(IMPORT, IMPORT + "?dryRun=true")) {
            Reply refused = admin.post(path, wrong).expect(400);
            assertThat(refused.text())
                    .contains(
                            "\"field\":\"cloud\"",
                            "\"field\":\"clientSecret\"",
                            "\"field\":\"inboundClient.refreshTokenLifespan\"");
        }
        assertThat(admin.post(IMPORT, with(numbered(run, 1), "formatVersion", 2))
                        .expect(400)
                        .text())
                .contains("formatVersion");
        admin.post(IMPORT + "?dryRun=perhaps", numbered(run, 1)).expect(400);
        admin.post(IMPORT, with(numbered(run, 1), "adoptionQuery", "x".repeat(2_000_000)))
                .expect(413);
        assertThat(found(run)).isZero();
    }

    @Test
    void operatorsImportAndAuditorsMayRead() {
        String run = unique();
        String id = connection(admin.post(IMPORT, numbered(run, 1)).expect(201)).getString("id");
        AdminClient auditor = user("auditor-" + run, "auditor");
        AdminClient serviceNow = user("sn-" + run, "servicenow-admin");

        auditor.get("/admin/v1/connections/" + id + "/export").expect(200);
        auditor.post(IMPORT, numbered(run, 2)).expect(403);
        serviceNow.get("/admin/v1/connections/" + id + "/export").expect(403);
        serviceNow.post(IMPORT + "?dryRun=true", numbered(run, 2)).expect(403);
        admin.get("/admin/v1/connections/0123456789abcdef0123456789abcdef/export")
                .expect(404);
        assertThat(found(run)).isEqualTo(1);
    }

    @Test
    void twoImportsOfOneNewNameAtOnceMakeOneConnection() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 10; round++) {
                String run = unique();
                Callable<Integer> once =
                        () -> admin.post(IMPORT, numbered(run, 1)).status();
                List<Integer> answers = new ArrayList<>();
                for (Future<Integer> answer : threads.invokeAll(List.of(once, once))) {
                    answers.add(answer.get());
                }
                assertThat(answers).containsExactlyInAnyOrder(201, 200);
                assertThat(found(run)).isEqualTo(1);
            }
        } finally {
            threads.shutdown();
        }
    }

    private JsonObject numbered(String run, int number) {
        return json("{'formatVersion':1,'name':'" + run + "-" + number + "','tenantDomain':'contoso" + number
                + ".onmicrosoft.com','instanceUrl':'https://contoso" + number
                + ".service-now.com','environment':'test','inboundClient':{'refreshTokenLifespan':'P20D'}}");
    }

    private Reply export(SetupPath path) {
        return admin.get(path.path() + "/export").expect(200);
    }

    private int found(String run) {
        return admin.get("/admin/v1/connections?limit=200&q=" + run)
                .expect(200)
                .json()
                .getJsonArray("items")
                .size();
    }

    private String newestEvent() {
        return admin.get("/admin/v1/audit-events?limit=1&actor=admin")
                .expect(200)
                .text();
    }

    private AdminClient user(String name, String role) {
        admin.post(
                        "/admin/v1/users",
                        json("{'name':'" + name + "','password':'a long enough password','roles':[{'role':'" + role
                                + "'}]}"))
                .expect(201);
        return admin.as(name, "a long enough password");
    }

    private static JsonObject connection(Reply reply) {
        return reply.json().getJsonObject("connection");
    }

    private static JsonObject with(JsonObject document, String field, String value) {
        return Json.createObjectBuilder(document).add(field, value).build();
    }

    private static JsonObject with(JsonObject document, String field, int value) {
        return Json.createObjectBuilder(document).add(field, value).build();
    }

    private static String unique() {
        return "r" + UUID.randomUUID().toString().substring(0, 13);
    }
}
