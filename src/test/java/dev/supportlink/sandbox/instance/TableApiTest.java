package dev.supportlink.sandbox.instance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.sandbox.Calls;
import dev.supportlink.sandbox.state.TurnableClock;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TableApiTest {

    private static final String INCIDENTS = "/api/now/table/incident";

    private final TurnableClock clock = TurnableClock.at(Instant.parse("2026-03-01T10:00:00Z"));
    private final InstanceSimulator instance = InstanceSimulator.start(clock);
    private final InstanceAdmin admin = instance.admin();
    private final InstanceUser user = admin.addIntegrationUser("svc.supportlink");
    private final Calls calls = Calls.to(instance.baseUri()).basic(user.userName(), user.password());

    @AfterEach
    void stop() {
        instance.close();
    }

    @Test
    void createdIncidentIsAnsweredInFullAndAsStrings() {
        Calls.Reply reply = create("{\"short_description\": \"Mail is slow\", \"impact\": 1, \"urgency\": \"2\"}");

        assertThat(reply.status()).isEqualTo(201);
        JsonObject incident = reply.result();
        assertThat(incident.size()).isGreaterThan(80);
        assertThat(incident.values().stream()
                        .filter(value -> value.getValueType() != JsonValue.ValueType.OBJECT)
                        .toList())
                .allMatch(JsonString.class::isInstance);
        assertThat(reply.header("Location"))
                .isEqualTo(instance.baseUri() + INCIDENTS + "/" + incident.getString("sys_id"));
        assertThat(incident.getString("number")).isEqualTo("INC0010001");
        assertThat(incident.getString("priority")).isEqualTo("2");
        assertThat(incident.getString("state"))
                .isEqualTo(incident.getString("incident_state"))
                .isEqualTo("1");
        assertThat(incident.getString("category")).isEqualTo("inquiry");
        assertThat(incident.getString("opened_at")).isEqualTo("2026-03-01 10:00:00");
        assertThat(incident.getJsonObject("opened_by").getString("value")).isEqualTo(user.sysId());
        assertThat(incident.getString("sys_created_by")).isEqualTo("svc.supportlink");
    }

    @Test
    void computedAndUnknownFieldsOfAWriteAreIgnored() {
        JsonObject incident = create(
                        "{\"priority\": \"1\", \"number\": \"INC1\", \"sys_id\": \"x\", \"u_site\": \"A\"}")
                .result();

        assertThat(incident.getString("priority")).isEqualTo("5");
        assertThat(incident.getString("number")).isEqualTo("INC0010001");
        assertThat(incident).doesNotContainKey("u_site");
        admin.addIncidentColumn("u_site");
        assertThat(create("{\"u_site\": \"A\"}").result().getString("u_site")).isEqualTo("A");
    }

    @Test
    void putMergesAsPatchDoes() {
        String id = create("{\"short_description\": \"One\", \"description\": \"Two\"}")
                .result()
                .getString("sys_id");

        JsonObject put = calls.json("PUT", INCIDENTS + "/" + id, "{\"description\": \"Three\"}")
                .result();

        assertThat(put.getString("short_description")).isEqualTo("One");
        assertThat(put.getString("description")).isEqualTo("Three");
        assertThat(put.getString("sys_mod_count")).isEqualTo("1");
        assertThat(patch(id, "{\"description\": \"Three\"}").result().getString("sys_mod_count"))
                .as("nothing changed")
                .isEqualTo("1");
    }

    @Test
    void journalFieldsReadAsEmptyAndStandInTheirOwnTable() {
        String id = create("{\"work_notes\": \"first\"}").result().getString("sys_id");
        clock.forward(Duration.ofMinutes(1));
        JsonObject changed = patch(id, "{\"work_notes\": \"second\\nline\", \"comments\": \"third\"}")
                .result();

        assertThat(changed.getString("work_notes")).isEmpty();
        assertThat(changed.getString("comments")).isEmpty();
        assertThat(changed.getString("comments_and_work_notes"))
                .startsWith("2026-03-01 10:01:00 - Integration User (Work notes)\nsecond\nline\n\n")
                .endsWith("2026-03-01 10:00:00 - Integration User (Work notes)\nfirst\n\n")
                .contains("(Additional comments)\nthird\n");
        assertThat(admin.journal(id, "work_notes")).containsExactly("first", "second\nline");
        assertThat(calls.get("/api/now/table/sys_journal_field?sysparm_query=element_id=" + id
                                + "%5Eelement=comments&sysparm_fields=value,sys_created_by")
                        .items())
                .singleElement()
                .satisfies(entry -> assertThat(entry.getString("value")).isEqualTo("third"));
    }

    @Test
    void journalCanBeShownOnlyAsADisplayValue() {
        instance.behaviour().journalOnlyAsDisplayValue(true);
        String id = create("{\"work_notes\": \"first\"}").result().getString("sys_id");

        assertThat(read(id, "").getString("comments_and_work_notes")).isEmpty();
        assertThat(read(id, "?sysparm_display_value=true").getString("comments_and_work_notes"))
                .contains("first");
    }

    @Test
    void resolvingNeedsCodeAndNotesFromTheInstancesOwnList() {
        String id = create("{}").result().getString("sys_id");

        assertForbidden(patch(id, "{\"state\": \"6\"}"), "Resolution code");
        assertForbidden(
                patch(id, "{\"state\": \"6\", \"close_code\": \"Closed/Resolved by Caller\", \"close_notes\": \"x\"}"),
                "Closed/Resolved by Caller");
        admin.closeCodes(CloseCodes.CLASSIC);
        clock.forward(Duration.ofHours(1));
        JsonObject resolved = patch(
                        id, "{\"state\": 6, \"close_code\": \"Closed/Resolved by Caller\", \"close_notes\": \"x\"}")
                .result();

        assertThat(resolved.getString("incident_state")).isEqualTo("6");
        assertThat(resolved.getString("active")).isEqualTo("true");
        assertThat(resolved.getString("resolved_at")).isEqualTo("2026-03-01 11:00:00");
        assertThat(resolved.getJsonObject("resolved_by").getString("value")).isEqualTo(user.sysId());
    }

    @Test
    void onlyAnItilAdministratorCloses() {
        String id = create("{}").result().getString("sys_id");
        String close = "{\"state\": \"7\", \"close_code\": \"Solution provided\", \"close_notes\": \"x\"}";

        assertForbidden(patch(id, close), "ACL Exception Update Failed");
        user.give("itil_admin");
        assertThat(patch(id, close).result().getString("active")).isEqualTo("false");
    }

    @Test
    void withoutTheRoleThereIsNoIncident() {
        String id = create("{}").result().getString("sys_id");
        user.take("incident_manager");

        assertThat(calls.get(INCIDENTS).status()).isEqualTo(403);
        assertThat(calls.get(INCIDENTS).body()).contains("Insufficient rights to query records");
        assertThat(calls.get(INCIDENTS + "/" + id).status()).isEqualTo(404);
        assertForbidden(create("{}"), "ACL Exception Insert Failed due to security constraints");
        user.give("sn_incident_read");
        assertThat(calls.get(INCIDENTS + "/" + id).status()).isEqualTo(200);
        assertForbidden(patch(id, "{\"urgency\": \"1\"}"), "ACL Exception Update Failed");
    }

    @Test
    void administrativeTablesAreReadableOrHiddenInEitherWay() {
        String flags = "/api/now/table/sys_user?sysparm_query=user_name=svc.supportlink"
                + "&sysparm_fields=active,web_service_access_only,locked_out,user_password";
        assertThat(calls.get(flags).items())
                .singleElement()
                .satisfies(row ->
                        assertThat(row.getString("web_service_access_only")).isEqualTo("true"))
                .satisfies(row -> assertThat(row.getString("user_password")).isEmpty());
        instance.behaviour().hideFields("sys_user", "web_service_access_only");
        assertThat(calls.get(flags).items().get(0)).doesNotContainKey("web_service_access_only");
        instance.behaviour().administrativeTables(TableAccess.ROWS_OMITTED);
        assertThat(calls.get(flags).status()).isEqualTo(200);
        assertThat(calls.get(flags).items()).isEmpty();
        instance.behaviour().administrativeTables(TableAccess.FORBIDDEN);
        assertThat(calls.get(flags).status()).isEqualTo(403);
        instance.behaviour().access("sys_user", TableAccess.NO_WEB_SERVICES);
        assertThat(calls.get(flags).body()).contains("Failed API level ACL Validation");
    }

    @Test
    void rolesAreFoundAcrossReferences() {
        String query = "/api/now/table/sys_user_has_role?sysparm_query=user.user_name=svc.supportlink"
                + "%5Erole.name=incident_manager&sysparm_fields=role.name,user";

        JsonObject row = calls.get(query).items().get(0);

        assertThat(row.getString("role.name")).isEqualTo("incident_manager");
        assertThat(row.getJsonObject("user").getString("value")).isEqualTo(user.sysId());
        assertThat(calls.get(query + "&sysparm_exclude_reference_link=true")
                        .items()
                        .get(0)
                        .getString("user"))
                .isEqualTo(user.sysId());
    }

    @Test
    void displayValuesReplaceOrJoinTheValues() {
        String id = create("{}").result().getString("sys_id");

        JsonObject shown = read(id, "?sysparm_display_value=true");
        JsonObject both = read(id, "?sysparm_display_value=all");

        assertThat(shown.getString("state")).isEqualTo("New");
        assertThat(shown.getJsonObject("opened_by").getString("display_value")).isEqualTo("Integration User");
        assertThat(shown.getJsonObject("opened_by")).doesNotContainKey("value").containsKey("link");
        assertThat(both.getJsonObject("state").getString("value")).isEqualTo("1");
        assertThat(both.getJsonObject("state").getString("display_value")).isEqualTo("New");
        assertThat(both.getJsonObject("opened_by")).containsKeys("value", "display_value", "link");
    }

    @Test
    void listsArePaged() {
        for (int i = 1; i <= 5; i++) {
            create("{\"short_description\": \"Number " + i + "\"}");
        }

        Calls.Reply page = calls.get(INCIDENTS
                + "?sysparm_query=ORDERBYDESCnumber&sysparm_limit=2&sysparm_offset=2&sysparm_fields=number,x");

        assertThat(page.items()).extracting(row -> row.getString("number")).containsExactly("INC0010003", "INC0010002");
        assertThat(page.items().get(0)).hasSize(1);
        assertThat(page.header("X-Total-Count")).isEqualTo("5");
        assertThat(page.header("Link"))
                .contains("sysparm_offset=0&sysparm_limit=2>;rel=\"first\"")
                .contains("sysparm_offset=0&sysparm_limit=2>;rel=\"prev\"")
                .contains("sysparm_offset=4&sysparm_limit=2>;rel=\"next\"")
                .contains("sysparm_offset=4&sysparm_limit=2>;rel=\"last\"");
    }

    @Test
    void misspeltQueryReturnsEverythingUnlessTheInstanceSaysOtherwise() {
        create("{\"correlation_id\": \"a\"}");
        create("{\"correlation_id\": \"b\"}");

        assertThat(calls.get(INCIDENTS + "?sysparm_query=corelation_id=a").items())
                .hasSize(2);
        assertThat(calls.get(INCIDENTS + "?sysparm_query=correlation_id=a").items())
                .hasSize(1);
        assertThat(calls.get(INCIDENTS + "?correlation_id=b").items()).hasSize(1);
        admin.property("glide.invalid_query.returns_no_rows", "true");
        assertThat(calls.get(INCIDENTS + "?sysparm_query=corelation_id=a").items())
                .isEmpty();
    }

    @Test
    void onlyVersionOneCallsAnEmptyListNotFound() {
        assertThat(calls.get("/api/now/v2/table/incident").status()).isEqualTo(200);
        assertThat(calls.get("/api/now/v1/table/incident").status()).isEqualTo(404);
    }

    @Test
    void errorsHaveTheirOwnShape() {
        assertThat(calls.get("/api/now/table/incdent").status()).isEqualTo(400);
        assertThat(calls.get("/api/now/table/incdent").body()).contains("\"Table incdent does not exist\"");
        assertThat(calls.get(INCIDENTS + "/0123").json().getJsonObject("error").getString("message"))
                .isEqualTo("No Record found");
        JsonObject unknown = calls.get("/api/now/tabel/incident").json();
        assertThat(unknown.getString("status")).isEqualTo("failure");
        assertThat(unknown.getJsonObject("error").isNull("detail")).isTrue();
        assertThat(create("not json").status()).isEqualTo(400);
        assertThat(calls.form(INCIDENTS, "a", "b").status()).isEqualTo(415);
        assertThat(calls.with("Accept", "text/html").get(INCIDENTS).status()).isEqualTo(406);
        assertThat(calls.call("DELETE", INCIDENTS).status()).isEqualTo(405);
    }

    @Test
    void everyFailedSignInLooksTheSame() {
        Calls wrong = Calls.to(instance.baseUri()).basic(user.userName(), "wrong");
        String expected = "{\"error\":{\"message\":\"User Not Authenticated\","
                + "\"detail\":\"Required to provide Auth information\"},\"status\":\"failure\"}";

        assertThat(wrong.get(INCIDENTS).body()).isEqualTo(expected);
        assertThat(Calls.to(instance.baseUri()).get(INCIDENTS).body()).isEqualTo(expected);
        assertThat(Calls.to(instance.baseUri()).bearer("unknown").get(INCIDENTS).status())
                .isEqualTo(401);
        assertThat(user.failedAttempts()).isEqualTo(1);
    }

    @Test
    void basicGateLetsWebServiceUsersPassOnly() {
        admin.property("glide.authenticate.basic_auth.restriction.enforce", "true");
        assertThat(calls.get(INCIDENTS).status()).isEqualTo(200);
        user.set("web_service_access_only", "false");
        assertThat(calls.get(INCIDENTS).status()).isEqualTo(401);
        user.give("snc_basic_auth_api_access");
        assertThat(calls.get(INCIDENTS).status()).isEqualTo(200);
    }

    @Test
    void passwordThatNeedsResetFailsWhereTheInstanceInsists() {
        user.set("password_needs_reset", "true");
        assertThat(calls.get(INCIDENTS).status()).isEqualTo(200);
        admin.property("glide.authenticate.api.user.reset_password.mandatory", "true");
        assertThat(calls.get(INCIDENTS).status()).isEqualTo(401);
    }

    @Test
    void rateRuleCountsByTheHour() {
        assertThat(calls.get(INCIDENTS).header("X-RateLimit-Limit")).isEmpty();
        instance.behaviour().rateLimit(1);
        clock.forward(Duration.ofMinutes(15));

        assertThat(calls.get(INCIDENTS).header("X-RateLimit-Limit")).isEqualTo("1");
        Calls.Reply refused = calls.get(INCIDENTS);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("2700");
        assertThat(refused.header("X-RateLimit-Reset")).isEqualTo("1772362800");
        assertThat(refused.body()).contains("Rate limit of 1 requests per hour for Table API exceeded");
        clock.forward(Duration.ofMinutes(45));
        assertThat(calls.get(INCIDENTS).status()).isEqualTo(200);
    }

    @Test
    void businessRuleAbortsWrites() {
        instance.behaviour().abortWrites("incident", "Stop integrations");

        assertForbidden(create("{}"), "aborted by Business Rule 'Stop integrations'");
        instance.behaviour().allowWrites("incident");
        assertThat(create("{}").status()).isEqualTo(201);
    }

    @Test
    void sleepingInstanceAnswersAPage() {
        instance.behaviour().hibernating(true);

        assertThat(calls.get(INCIDENTS).status()).isEqualTo(200);
        assertThat(calls.get(INCIDENTS).body()).startsWith("<!DOCTYPE html>");
    }

    @Test
    void administratorMayWriteOtherTablesAndDelete() {
        InstanceUser root = admin.user("admin");
        Calls asAdmin = Calls.to(instance.baseUri()).basic("admin", root.password());
        String id = create("{}").result().getString("sys_id");

        assertForbidden(calls.json("POST", "/api/now/table/sys_user", "{\"user_name\": \"b\"}"), "Insert Failed");
        assertThat(asAdmin.json("POST", "/api/now/table/sys_user", "{\"user_name\": \"b\", \"user_password\": \"p\"}")
                        .status())
                .isEqualTo(201);
        assertThat(admin.user("b").password()).isEqualTo("p");
        assertForbidden(calls.call("DELETE", INCIDENTS + "/" + id), "Delete Failed");
        assertThat(asAdmin.call("DELETE", INCIDENTS + "/" + id).status()).isEqualTo(204);
        assertThat(admin.incident(id)).isEmpty();
    }

    @Test
    void methodOverrideAndSilentWritesAreHonoured() {
        String id = create("{}").result().getString("sys_id");

        Calls.Reply reply = calls.with("X-http-method-override", "PATCH")
                .with("X-no-response-body", "true")
                .json("POST", INCIDENTS + "/" + id, "{\"urgency\": \"1\"}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
        assertThat(admin.incident(id).map(row -> row.get("urgency"))).contains("1");
    }

    @Test
    void peopleInTheInstanceChangeIncidentsToo() {
        String id = admin.addIncident(Map.of("short_description", "Typed by hand"));
        admin.changeIncident(id, "state", "2");

        assertThat(read(id, "").getString("state")).isEqualTo("2");
        assertThat(read(id, "").getString("sys_updated_by")).isEqualTo("admin");
    }

    private Calls.Reply create(String body) {
        return calls.json("POST", INCIDENTS, body);
    }

    private Calls.Reply patch(String id, String body) {
        return calls.json("PATCH", INCIDENTS + "/" + id, body);
    }

    private JsonObject read(String id, String query) {
        return calls.get(INCIDENTS + "/" + id + query).result();
    }

    private static void assertForbidden(Calls.Reply reply, String detail) {
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.json().getJsonObject("error").getString("message")).isEqualTo("Operation Failed");
        assertThat(reply.json().getJsonObject("error").getString("detail")).contains(detail);
    }
}
