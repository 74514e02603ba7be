package dev.supportlink.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.sandbox.caller.CallerIncident;
import dev.supportlink.sandbox.caller.MicrosoftSideCaller;
import dev.supportlink.sandbox.caller.SheetValues;
import dev.supportlink.testing.AdminClient;
import dev.supportlink.testing.CallerClient;
import dev.supportlink.testing.Evaluation;
import dev.supportlink.testing.LibertyProcess;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Malformed requests over HTTP: none is answered with a server error, none hangs, and the heap does not grow. The number
 * is {@code -Dsupportlink.fuzz.requests}, the seed {@code -Dsupportlink.fuzz.seed}.
 */
class MalformedRequestsIT {

    private static final int REQUESTS = Integer.getInteger("supportlink.fuzz.requests", 20_000);
    private static final long SEED = Long.getLong("supportlink.fuzz.seed", 20261123L);
    private static final int PARTS = 10;
    private static final int THREADS = 8;

    @Test
    void isNeitherBrokenNorFilledByThem() throws Exception {
        try (LibertyProcess server = LibertyProcess.named("fuzz")) {
            server.start();
            FuzzTarget target = target(server);
            FuzzRun run = new FuzzRun(target);

            List<Long> heap = new ArrayList<>();
            for (int part = 0; part < PARTS; part++) {
                run.send(REQUESTS / PARTS, THREADS, SEED + part);
                heap.add(server.liveHeap() / 1_048_576);
            }

            System.out.println("Fuzzed requests by status: " + run.statuses() + "; live heap in MiB: " + heap);
            assertThat(run.findings()).isEmpty();
            assertThat(heap.get(PARTS - 1))
                    .as("live heap in MiB after each tenth: %s", heap)
                    .isLessThan(heap.get(1) + heap.get(1) / 4);
            assertThat(new CallerClient(target.base(), target.sheet()).passwordGrant())
                    .containsKey("access_token");
        }
    }

    private static FuzzTarget target(LibertyProcess server) {
        AdminClient admin = AdminClient.first(server.server().base(), server.dataDirectory());
        String sheetPath = "/admin/v1/connections/" + Evaluation.connection(admin, "fuzz") + "/completion-sheet";
        JsonObject fields = admin.get(sheetPath).expect(200).json();
        SheetValues sheet = new SheetValues(
                server.server().base(),
                fields.getString("clientId"),
                made(admin, sheetPath, "clientSecret"),
                fields.getString("restUsername"),
                made(admin, sheetPath, "restPassword"));
        MicrosoftSideCaller caller = new MicrosoftSideCaller(sheet);
        caller.signIn();
        List<String> incidents = List.of("first", "second", "third").stream()
                .map(name -> caller.create(Map.of("short_description", name)))
                .map(CallerIncident::sysId)
                .toList();
        String token = new CallerClient(sheet.endpoint(), sheet).passwordGrant().getString("access_token");
        return new FuzzTarget(server.server().base(), sheet, token, incidents);
    }

    private static String made(AdminClient admin, String sheet, String name) {
        return admin.post(sheet + "/values/" + name, null).expect(201).json().getString("value");
    }
}
