package dev.supportlink.testing;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A second server of the same package as a child process, for tests of restart, of refused starts and of other
 * databases. It has its own ports, data and logs below {@code target/it/processes/<name>}; data outlives
 * {@link #kill()} and {@link #stop()}, so that the same object can be started again.
 */
public final class LibertyProcess implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(60);

    private final ServerDirectory directory;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final Map<String, Path> applications = new LinkedHashMap<>();
    private final int port = freePort();
    private final ReadyServer server = new ReadyServer(port);
    private @Nullable Process process;

    private LibertyProcess(ServerDirectory directory) {
        this.directory = directory;
        setting("supportlink.http.port", Integer.toString(port));
        setting("supportlink.https.port", "-1");
        setting("supportlink.data.dir", directory.dataDirectory().toString());
        setting("supportlink.keyset.file", directory.keysetFile().toString());
    }

    /** A server that is not started yet; the name must be used once per test run and is seen in the process list. */
    public static LibertyProcess named(String name) {
        return new LibertyProcess(ServerDirectory.copyOfPackage("second-" + name));
    }

    /** A setting as a server variable, seen by the server's configuration and by the application. */
    public LibertyProcess setting(String name, String value) {
        settings.put(name, value);
        return this;
    }

    /** An environment variable of the process. */
    public LibertyProcess environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** A system property of the process. */
    public LibertyProcess systemProperty(String name, String value) {
        return environment("JVM_ARGS", environment.getOrDefault("JVM_ARGS", "") + " -D" + name + "=" + value);
    }

    /** A second application beside ours. */
    public LibertyProcess application(String contextRoot, Path war) {
        applications.put(contextRoot, war);
        return this;
    }

    /** Starts the server without waiting for it. */
    public LibertyProcess launch() {
        directory.write(settings, applications);
        String command = ItSettings.wlpHome().resolve("bin").resolve("server").toString();
        ProcessBuilder builder = new ProcessBuilder(List.of(command, "run", directory.name()))
                .redirectErrorStream(true)
                .redirectOutput(directory.consoleLog().toFile());
        builder.environment().putAll(environment);
        builder.environment().put("WLP_USER_DIR", directory.userDirectory().toString());
        try {
            process = builder.start();
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
        return this;
    }

    /** Starts the server and waits until it is ready. */
    public LibertyProcess start() {
        launch();
        if (!waitUntilReady(START)) {
            kill();
            throw new AssertionError("The server did not become ready:\n" + console());
        }
        return this;
    }

    /** Waits until the server is ready, gives up, ends or the time is over; tells whether it is ready. */
    public boolean waitUntilReady(Duration bound) {
        long end = System.nanoTime() + bound.toNanos();
        while (System.nanoTime() < end && isRunning() && !FailedStart.isIn(console())) {
            if (server.isReady()) {
                return true;
            }
            waitForExit(Duration.ofMillis(200));
        }
        return false;
    }

    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** The exit code, once the process has ended. */
    public int exitCode() {
        return running().exitValue();
    }

    /** Waits until the process ends; tells whether it did. */
    public boolean waitForExit(Duration bound) {
        try {
            return running().waitFor(bound.toMillis(), MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the server", stopped);
        }
    }

    /** Ends the server as a crash does: at once, without a chance to tidy up. */
    public void kill() {
        end(ProcessHandle::destroyForcibly);
    }

    /** Ends the server as an operator does. */
    public void stop() {
        end(ProcessHandle::destroy);
    }

    @Override
    public void close() {
        if (isRunning()) {
            stop();
        }
    }

    public ReadyServer server() {
        return server;
    }

    public Path dataDirectory() {
        return directory.dataDirectory();
    }

    public Path keysetFile() {
        return directory.keysetFile();
    }

    /** Where the server writes its logs and first-failure data. */
    public Path logDirectory() {
        return directory.messagesLog().getParent();
    }

    /** What is alive in the server's heap after a full collection, in bytes. */
    public long liveHeap() {
        ProcessHandle java = Stream.concat(
                        Stream.of(running().toHandle()), running().descendants())
                .filter(handle -> handle.info()
                        .command()
                        .filter(path -> path.endsWith("java"))
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The server's own process was not found"));
        return ServerHeap.live(java.pid());
    }

    /** Everything the process wrote to its console in the latest run. */
    public String console() {
        return read(directory.consoleLog());
    }

    /** The server's message log of the latest run. */
    public String messages() {
        return read(directory.messagesLog());
    }

    private void end(Consumer<ProcessHandle> how) {
        Process ending = running();
        // The start script may stay as the parent of the server's own process.
        List<ProcessHandle> all = Stream.concat(ending.descendants(), Stream.of(ending.toHandle()))
                .toList();
        all.forEach(how);
        if (!waitForExit(STOP) || !all.stream().allMatch(LibertyProcess::hasEnded)) {
            all.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static boolean hasEnded(ProcessHandle handle) {
        return handle.onExit()
                                .completeOnTimeout(handle, STOP.toSeconds(), SECONDS)
                                .join()
                        != null
                && !handle.isAlive();
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("The server was never started");
        }
        return process;
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
