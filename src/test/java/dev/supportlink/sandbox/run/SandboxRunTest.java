package dev.supportlink.sandbox.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.sandbox.http.Answer;
import dev.supportlink.sandbox.http.Fault;
import dev.supportlink.sandbox.http.JsonTexts;
import dev.supportlink.sandbox.state.TurnableClock;
import dev.supportlink.sandbox.world.SandboxWorld;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxRunTest {

    private final TurnableClock clock = TurnableClock.at(Instant.parse("2026-03-01T10:00:00Z"));
    private final SandboxWorld world = SandboxWorld.start(clock);
    private final StandIn server = new StandIn(world, clock);

    @TempDir
    Path directory;

    @BeforeEach
    void writeFirstPassword() throws IOException {
        Files.writeString(directory.resolve("initial-admin-password"), StandIn.ADMIN_PASSWORD + "\n");
    }

    @AfterEach
    void stop() {
        server.close();
        world.close();
    }

    @Test
    void everyStepIsAnsweredByTheUserWhoOwnsIt() {
        assertThat(run()).endsWith(SandboxRun.READY + "\n");

        assertThat(server.answeredBy())
                .hasSize(13)
                .contains(
                        "entra-application by sandbox-entra-admin",
                        "outbound-provider by sandbox-servicenow-admin",
                        "complete-integration by sandbox-m365-admin",
                        "link-account by sandbox-m365-admin");
    }

    @Test
    void incidentArrivesWithNoteAndResolution() {
        run();

        assertThat(world.instance().admin().incidents()).singleElement().satisfies(incident -> {
            assertThat(incident).containsEntry("state", "6").containsEntry("close_code", "Solution provided");
            assertThat(world.instancePortal().workNotes(incident.get("sys_id"))).hasSize(1);
        });
    }

    @Test
    void reportShowsStepsChecksAndBothNumbersButNoSecret() throws IOException {
        String output = run();

        assertThat(output)
                .contains("Set-up of contoso-sandbox: complete")
                .contains("13  link-account           administrator     done")
                .contains("passed   entra     The tenant resolves")
                .contains("in SupportLink   INC7")
                .contains("in ServiceNow    INC0010001, resolved, work notes: 1")
                .contains(server.baseUri() + "/console/");
        JsonObject notebook = JsonTexts.readObject(Files.readString(directory.resolve("notebook.json")))
                .orElseThrow();
        assertThat(output).doesNotContain("secret-clientSecret", "secret-restPassword", StandIn.ADMIN_PASSWORD);
        assertThat(notebook.keySet().stream().filter(SandboxRunTest::namesASecret))
                .isNotEmpty()
                .noneMatch(name -> output.contains(notebook.getString(name)));
    }

    @Test
    void whatMicrosoftsSideWasGivenIsReadableByItsOwnerAndByTheReportsShellFunction()
            throws IOException, InterruptedException {
        String output = run();
        Path file = directory.resolve("microsoft-side.json");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("notebook.json"))))
                .isEqualTo("rw-------");
        String function = output.lines()
                .filter(line -> line.startsWith("value()"))
                .findFirst()
                .orElseThrow();
        for (String name : List.of("clientId", "clientSecret", "restUsername", "restPassword", "endpoint")) {
            String expected =
                    JsonTexts.readObject(Files.readString(file)).orElseThrow().getString(name);
            assertThat(shell(function + "; value " + name)).isEqualTo(expected);
        }
    }

    @Test
    void secondRunSendsAnIncidentButSetsNothingUpAgain() {
        run();
        server.answeredBy().clear();

        assertThat(run()).contains("The connection is set up already.").endsWith(SandboxRun.READY + "\n");
        assertThat(server.answeredBy()).isEmpty();
        assertThat(world.instance().admin().incidents()).hasSize(2);
        assertThat(world.tenant().applications()).hasSize(1);
    }

    @Test
    void interruptedSetUpIsContinued() {
        server.faults().on("PUT", "/admin/v1/connections/c1/setup/steps/inbound-client", 1, refusal());
        assertThat(run()).contains(SandboxRun.FAILED);
        int answered = server.answeredBy().size();

        assertThat(run())
                .contains("[5/13] outbound-provider: done already", "[6/13] inbound-client: done by")
                .endsWith(SandboxRun.READY + "\n");
        assertThat(answered).isEqualTo(5);
        assertThat(server.answeredBy()).hasSize(13).doesNotHaveDuplicates();
    }

    @Test
    void failureSaysWhichStepWhyAndWhatToDo() {
        server.faults().on("PUT", "/admin/v1/connections/c1/setup/steps/outbound-provider", 1, refusal());

        assertThat(run())
                .contains("SANDBOX FAILED: Answering step outbound-provider was answered 422")
                .contains("The secret is wrong: AADSTS7000222")
                .contains("clientSecret: has expired")
                .contains("What to do: Make a new one.")
                .doesNotContain(SandboxRun.READY);
    }

    @Test
    void passwordOfAnotherStartIsExplained() throws IOException {
        Files.writeString(directory.resolve("initial-admin-password"), "of another start\n");

        assertThat(run()).contains("was answered 401").contains("mvn clean");
    }

    @Test
    void adminsPasswordIsKnownAfterItsFileIsGone() throws IOException {
        run();
        Files.delete(directory.resolve("initial-admin-password"));

        assertThat(run()).endsWith(SandboxRun.READY + "\n");
    }

    @Test
    void failedVerificationIsReportedInFull() {
        server.verdict("failed");

        assertThat(run())
                .contains("failed   entra     The tenant resolves")
                .contains("reason    tenant-not-found")
                .contains("remedy    entra-admin: Correct the domain.")
                .contains("SANDBOX FAILED: the verification did not pass");
    }

    @Test
    void onlyMicrosoftsSideUsesTheInboundPathsAndItHoldsNoAdminPassword() {
        run();

        assertThat(server.requests().matching("POST", "/oauth_token.do"))
                .singleElement()
                .satisfies(request -> assertThat(request.fields())
                        .containsExactlyInAnyOrder("grant_type", "username", "password", "client_id", "client_secret"));
        assertThat(world.instance().requests().everReceived(StandIn.ADMIN_PASSWORD))
                .isFalse();
        assertThat(world.entra().requests().everReceived("secret-clientSecret")).isFalse();
    }

    private String run() {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        RunSettings settings = new RunSettings(server.baseUri(), directory, directory);
        new SandboxRun(world, settings, clock, new PrintStream(output, true, StandardCharsets.UTF_8)).run();
        return output.toString(StandardCharsets.UTF_8).replace("[sandbox] ", "");
    }

    private static boolean namesASecret(String note) {
        return note.contains("password") || note.endsWith("secret");
    }

    private static Fault refusal() {
        return Fault.answer(Answer.text(422, "application/problem+json", """
            {"title": "The secret is wrong", "detail": "AADSTS7000222",
             "errors": [{"field": "clientSecret", "message": "has expired"}],
             "remedy": {"adminRole": "entra-admin", "text": "Make a new one."}}\
            """));
    }

    private static String shell(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", command).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return printed.strip();
    }
}
