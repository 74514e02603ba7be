package dev.supportlink.sandbox.run;

import dev.supportlink.sandbox.world.SandboxWorld;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;

/** The main job of the sandbox: one connection from nothing to verified, and one incident all the way. */
public final class SandboxRun implements Runnable {

    /** The last line of a run that went well. */
    public static final String READY = "SANDBOX READY";

    /** How the last lines of a run that did not go well begin. */
    public static final String FAILED = "SANDBOX FAILED";

    private static final System.Logger LOG = System.getLogger(SandboxRun.class.getName());
    private static final Duration START_LIMIT = Duration.ofMinutes(4);

    private final SandboxWorld world;
    private final RunSettings settings;
    private final Clock clock;
    private final Progress progress;
    private final Patience patience;
    private final HttpClient http = AdminApi.client();

    /** A run in a world against the server of these settings, which prints for a person. */
    public SandboxRun(SandboxWorld world, RunSettings settings, Clock clock, PrintStream out) {
        this.world = world;
        this.settings = settings;
        this.clock = clock;
        this.progress = new Progress(out);
        this.patience = new Patience(progress);
    }

    @Override
    public void run() {
        try {
            Report report = report();
            report.lines().forEach(progress::plain);
            progress.line("");
            progress.line(report.passed() ? READY : FAILED + ": the verification did not pass; see its checks.");
        } catch (RunFailed failed) {
            progress.line("");
            progress.block(FAILED + ": " + failed.what());
            progress.line("What to do: " + failed.advice());
        } catch (RuntimeException bug) {
            LOG.log(System.Logger.Level.ERROR, "The run of the sandbox broke off", bug);
            progress.line(FAILED + ": the run broke off: " + bug);
            progress.line("What to do: look into the server's messages.log.");
        }
    }

    private Report report() {
        Notebook notebook = new Notebook(settings.notebookFile());
        Preparations prepared = new Preparations(world, notebook, progress);
        prepared.make();
        progress.line("Waiting for SupportLink at " + settings.baseUrl() + " ...");
        awaitReady();
        String password = new AdminPassword(settings.adminPasswordFile(), notebook).get();
        AdminApi admin = new AdminApi(http, settings.baseUrl(), "admin", password);
        People people = new People(admin, notebook, progress);
        people.make();
        MicrosoftSide microsoftSide = new MicrosoftSide(settings, people.m365Admin(), progress);
        SetupWalk walk = new SetupWalk(admin, people, new StepAnswers(prepared), microsoftSide, patience, progress);
        String id = new ConnectionDesk(admin, progress).findOrCreate(prepared.instanceUrl());
        return report(admin, id, setUp(id, walk), microsoftSide.sheet(id));
    }

    private Report report(AdminApi admin, String id, JsonObject plan, JsonObject sheet) {
        IncidentTrip.Arrival arrival =
                new IncidentTrip(admin, world.instancePortal(), patience, progress).make(id, sheet, clock.instant());
        VerificationRun verification = new VerificationRun(admin, patience, progress);
        verification.runJob();
        JsonObject connection = admin.get("/admin/v1/connections/" + id).expect("Reading the connection", 200);
        return new Report(settings, connection, plan, verification.newest(id), arrival);
    }

    private JsonObject setUp(String connectionId, SetupWalk walk) {
        JsonObject plan = walk.plan(connectionId);
        if (plan.getString("setupState").equals("complete")) {
            progress.line("The connection is set up already.");
            return plan;
        }
        return walk.finish(connectionId);
    }

    private void awaitReady() {
        if (!patience.waitUntil("the server to be ready", START_LIMIT, this::isReady)) {
            throw new RunFailed(
                    "The server was not ready within " + START_LIMIT.toMinutes() + " minutes.",
                    "Look into the server's messages.log for the first line with an E at the end of its code.");
        }
    }

    private boolean isReady() {
        HttpRequest request = HttpRequest.newBuilder(settings.baseUrl().resolve("/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notListeningYet) {
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new RunFailed("The server is stopping.", "Nothing; start it again to go on.");
        }
    }
}
