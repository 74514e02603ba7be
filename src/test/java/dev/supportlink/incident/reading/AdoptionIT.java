package dev.supportlink.incident.reading;

import static dev.supportlink.testing.CallerAtMicrosoft.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.sandbox.http.Fault;
import dev.supportlink.sandbox.http.Faults;
import dev.supportlink.sandbox.instance.InstanceAdmin;
import dev.supportlink.testing.AdminClient;
import dev.supportlink.testing.CallerAtMicrosoft;
import dev.supportlink.testing.OutsideWorld;
import dev.supportlink.testing.SetupPath;
import dev.supportlink.testing.SharedDeployment;
import dev.supportlink.testing.Waiting;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Incidents that began on the instance are worked on from here, and what happens there shows up here. */
class AdoptionIT extends SharedDeployment {

    private static final Duration DELIVERY = Duration.ofSeconds(60);
    private static final String TABLE = "/api/now/table/incident";
    private static final String GROUP = UUID.randomUUID().toString().replace("-", "");

    private static AdminClient admin;
    private static String connection;
    private static CallerAtMicrosoft caller;
    private static CallerAtMicrosoft stranger;

    private final InstanceAdmin instance = OutsideWorld.world().instance().admin();

    @BeforeAll
    static void setUp() {
        admin = firstUser();
        connection = SetupPath.begin(admin, "adoption " + UUID.randomUUID())
                .untilTheTenantAdmin()
                .id();
        caller = CallerAtMicrosoft.signedIn(admin, SERVER.base(), connection);
        String other = SetupPath.begin(admin, "stranger to adoption " + UUID.randomUUID())
                .untilTheTenantAdmin()
                .id();
        stranger = CallerAtMicrosoft.signedIn(admin, SERVER.base(), other);
        adopt("assignment_group=" + GROUP);
    }

    @AfterEach
    void mendTheInstance() {
        OutsideWorld.world().instance().faults().clear();
    }

    @Test
    void incidentThatBeganThereIsAdoptedAndResolvedFromHere() {
        String sysId = instance.addIncident(Map.of("short_description", "Began there", "assignment_group", GROUP));
        instance.addJournalEntry(sysId, "comments", "Please look");

        JsonObject adopted = caller.read(sysId);
        caller.change(sysId, json("{\"work_notes\":\"Looked\",\"correlation_id\":\"" + sysId + "-m\"}"));
        caller.change(
                sysId, json("{\"state\":\"6\",\"close_code\":\"Solution provided\",\"close_notes\":\"Restarted\"}"));
        awaitDelivered(sysId);

        Map<String, String> row = instance.incident(sysId).orElseThrow();
        assertThat(adopted.getString("number")).isEqualTo(row.get("number"));
        assertThat(adopted.getString("short_description")).isEqualTo("Began there");
        assertThat(adopted.getString("comments_and_work_notes")).contains("Please look");
        assertThat(row)
                .containsEntry("state", "6")
                .containsEntry("close_notes", "Restarted")
                .containsEntry("correlation_id", "")
                .containsEntry("correlation_display", sysId + "-m");
        assertThat(instance.journal(sysId, "work_notes")).containsExactly("Looked");
        assertThat(instance.incidentsWithCorrelationId(sysId)).isEmpty();

        readIncidents();
        assertThat(caller.read(sysId).getString("comments_and_work_notes"))
                .containsOnlyOnce("Looked")
                .containsOnlyOnce("Please look");
    }

    @Test
    void changesThereShowUpAfterTheJob() {
        JsonObject created = caller.create(
                json("{\"short_description\":\"From here\",\"correlation_id\":\"" + UUID.randomUUID() + "\"}"));
        String sysId = created.getString("sys_id");
        awaitDelivered(sysId);
        String there = instance.incidentsWithCorrelationId(sysId).get(0).get("sys_id");
        instance.changeIncident(there, "state", "7");
        instance.changeIncident(there, "short_description", "Changed there");
        instance.addJournalEntry(there, "work_notes", "Written there");

        readIncidents();

        JsonObject read = caller.read(sysId);
        assertThat(read.getString("state")).isEqualTo("7");
        assertThat(read.getString("active")).isEqualTo("false");
        assertThat(read.getString("short_description")).isEqualTo("Changed there");
        assertThat(read.getString("correlation_id")).isEqualTo(created.getString("correlation_id"));
        assertThat(read.getString("sys_updated_by")).isEqualTo("admin");
        assertThat(read.getString("comments_and_work_notes")).contains("Written there");
        assertThat(caller.read(there).getString("sys_id")).isEqualTo(sysId);
    }

    @Test
    void whatIsNotForThisCallerDoesNotExist() {
        String adopted = instance.addIncident(Map.of("assignment_group", GROUP));
        caller.read(adopted);
        String left = instance.addIncident(Map.of("assignment_group", "others"));

        HttpResponse<String> leftOut = caller.get(TABLE + "/" + left);
        HttpResponse<String> off = stranger.get(TABLE + "/" + adopted);

        assertThat(leftOut.statusCode()).isEqualTo(404);
        assertThat(off.statusCode()).isEqualTo(404);
        assertThat(off.body()).isEqualTo(leftOut.body());
    }

    @Test
    void silentInstanceIsSaidInShapeAndTheNextTryAdopts() {
        String sysId = instance.addIncident(Map.of("assignment_group", GROUP));
        OutsideWorld.world().instance().faults().on("GET", TABLE + "/" + sysId, Faults.ALWAYS, Fault.status(503));

        HttpResponse<String> silent = caller.get(TABLE + "/" + sysId);

        assertThat(silent.statusCode()).isEqualTo(503);
        assertThat(silent.headers().firstValue("Retry-After")).isPresent();
        assertThat(json(silent.body()).getString("status")).isEqualTo("failure");
        assertThat(json(silent.body()).getJsonObject("error").getString("detail"))
                .contains("Try again later");
        OutsideWorld.world().instance().faults().clear();
        assertThat(caller.read(sysId).getString("sys_id")).isEqualTo(sysId);
    }

    @Test
    void wrongQueryIsRefusedAndAdoptionCanBeSwitchedOff() {
        String path = "/admin/v1/connections/" + connection;
        String etag = admin.get(path).expect(200).etag().orElseThrow();
        JsonObject wrong = Json.createObjectBuilder()
                .add("adoptionQuery", "assigned_to=javascript:gs.getUserID()")
                .build();

        assertThat(admin.patch(path, wrong, etag).expect(400).text()).contains("adoptionQuery", "scripts are not run");
        adopt(null);
        String sysId = instance.addIncident(Map.of("assignment_group", GROUP));
        assertThat(caller.get(TABLE + "/" + sysId).statusCode()).isEqualTo(404);
        adopt("assignment_group=" + GROUP);
        assertThat(admin.get(path).expect(200).json().getString("adoptionQuery"))
                .isEqualTo("assignment_group=" + GROUP);
        assertThat(caller.read(sysId).getString("sys_id")).isEqualTo(sysId);
    }

    private static void adopt(String query) {
        String path = "/admin/v1/connections/" + connection;
        JsonObject wanted = Json.createObjectBuilder()
                .add("adoptionQuery", query == null ? JsonValue.NULL : Json.createValue(query))
                .build();
        admin.patch(path, wanted, admin.get(path).expect(200).etag().orElseThrow())
                .expect(200);
    }

    private static void readIncidents() {
        JsonObject run = admin.post("/admin/v1/jobs/read-incidents/executions?wait=PT60S", null)
                .expect(200)
                .json();
        assertThat(run.getString("status")).isEqualTo("completed");
    }

    private static void awaitDelivered(String sysId) {
        String path = "/admin/v1/connections/" + connection + "/incidents/" + sysId;
        Waiting.until(
                DELIVERY,
                "the end of all deliveries",
                () -> admin.get(path)
                        .expect(200)
                        .json()
                        .getJsonObject("incident")
                        .getString("deliveryState")
                        .equals("delivered"));
    }
}
