package dev.supportlink.incident.delivery;

import static dev.supportlink.testing.CallerAtMicrosoft.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.sandbox.http.Fault;
import dev.supportlink.sandbox.http.Faults;
import dev.supportlink.sandbox.world.InstancePortal;
import dev.supportlink.testing.AdminClient;
import dev.supportlink.testing.CallerAtMicrosoft;
import dev.supportlink.testing.LibertyProcess;
import dev.supportlink.testing.OutsideWorld;
import dev.supportlink.testing.SetupPath;
import dev.supportlink.testing.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The server is killed between the caller's 201 and the delivery, and in the middle of one; all arrives, once. */
class DeliveryRestartIT {

    private static final Duration DELIVERY = Duration.ofSeconds(90);
    private static final String TABLE = "/api/now/table/incident";

    private static LibertyProcess server;
    private static String connection;
    private static AdminClient admin;
    private static CallerAtMicrosoft caller;

    private final InstancePortal instance = OutsideWorld.world().instancePortal();
    private final Faults faults = OutsideWorld.world().instance().faults();

    @BeforeAll
    static void setUp() {
        server = OutsideWorld.pointed(LibertyProcess.named("delivery"))
                .setting("supportlink.incident.delivery-lease", "PT5S")
                .setting("supportlink.incident.delivery-first-retry", "PT1S")
                .start();
        admin = AdminClient.first(server.server().base(), server.dataDirectory());
        connection =
                SetupPath.begin(admin, "delivery restart").untilTheTenantAdmin().id();
        caller = CallerAtMicrosoft.signedIn(admin, server.server().base(), connection);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void mendTheInstance() {
        faults.clear();
    }

    @Test
    void incidentAcceptedWhileTheInstanceWasAwayArrivesOnceWithItsNotes() {
        faults.on("", TABLE, Faults.ALWAYS, Fault.status(503));
        String sysId = caller.create(json("{\"short_description\":\"away\",\"work_notes\":\"one\"}"))
                .getString("sys_id");
        caller.change(sysId, json("{\"work_notes\":\"two\"}"));
        caller.change(
                sysId, json("{\"state\":\"6\",\"close_code\":\"Solution provided\",\"close_notes\":\"Restarted\"}"));

        killAndStart();

        awaitDelivered(sysId);
        assertThat(onlyRow(sysId)).containsEntry("state", "6").containsEntry("short_description", "away");
        assertThat(instance.workNotes(onlyRow(sysId).get("sys_id"))).containsExactly("one", "two");
    }

    @Test
    void createWhoseAnswerWasStillOnItsWayIsNotRepeated() {
        faults.on("POST", TABLE, 1, Fault.slow(Duration.ofSeconds(15)));
        String sysId = caller.create(json("{\"short_description\":\"slow\",\"work_notes\":\"note\"}"))
                .getString("sys_id");
        Waiting.until(
                DELIVERY,
                "the record at the instance",
                () -> !instance.incidentsWithCorrelationId(sysId).isEmpty());

        killAndStart();

        awaitDelivered(sysId);
        assertThat(instance.workNotes(onlyRow(sysId).get("sys_id"))).containsExactly("note");
    }

    @Test
    void noteWhoseAnswerWasStillOnItsWayIsNotRepeated() {
        String sysId = caller.create(json("{\"short_description\":\"note\"}")).getString("sys_id");
        awaitDelivered(sysId);
        String remote = onlyRow(sysId).get("sys_id");
        faults.on(TABLE + "/" + remote, Fault.slow(Duration.ofSeconds(15)));
        caller.change(sysId, json("{\"work_notes\":\"once\"}"));
        Waiting.until(
                DELIVERY,
                "the note at the instance",
                () -> instance.workNotes(remote).contains("once"));

        killAndStart();

        awaitDelivered(sysId);
        assertThat(instance.workNotes(remote)).containsExactly("once");
    }

    private void killAndStart() {
        server.kill();
        faults.clear();
        server.start();
    }

    private Map<String, String> onlyRow(String sysId) {
        List<Map<String, String>> rows = instance.incidentsWithCorrelationId(sysId);
        assertThat(rows).hasSize(1);
        return rows.get(0);
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
