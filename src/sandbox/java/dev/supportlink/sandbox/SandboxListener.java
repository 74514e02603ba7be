package dev.supportlink.sandbox;

import dev.supportlink.sandbox.run.SandboxRun;
import dev.supportlink.sandbox.world.SandboxWorld;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Starts the simulators and the main job with the sandbox's own WAR, and stops them with it. */
@WebListener
public class SandboxListener implements ServletContextListener {

    private Optional<SandboxWorld> world = Optional.empty();
    private Optional<Thread> driver = Optional.empty();

    @Override
    public void contextInitialized(ServletContextEvent event) {
        Config config = ConfigProvider.getConfig();
        SandboxSettings settings = SandboxSettings.read(name -> config.getOptionalValue(name, String.class));
        try {
            start(settings, Clock.systemUTC());
        } catch (UncheckedIOException taken) {
            System.out.println("[sandbox] " + SandboxRun.FAILED + ": " + taken.getMessage());
            System.out.println("[sandbox] What to do: stop what else uses the port, then start again.");
        }
    }

    private void start(SandboxSettings settings, Clock clock) {
        Path state = settings.run().sandboxDirectory().resolve("world.json");
        SandboxWorld started = SandboxWorld.start(clock, settings.ports(), state);
        started.instance().behaviour().administrativeTables(settings.administrativeTables());
        world = Optional.of(started);
        if (settings.drives()) {
            drive(new SandboxRun(started, settings.run(), clock, System.out));
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        driver.ifPresent(Thread::interrupt);
        world.ifPresent(SandboxWorld::close);
    }

    private void drive(SandboxRun run) {
        Thread thread = new Thread(run, "sandbox-driver");
        thread.setDaemon(true);
        thread.start();
        driver = Optional.of(thread);
    }
}
