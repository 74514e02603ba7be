package dev.supportlink.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** An HTTP server on the loopback address that plays one outside system. */
public final class SimulatedServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(SimulatedServer.class.getName());
    private static final int THREADS = 256;

    static {
        // Without it every small answer on a kept connection waits 40 ms for a delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // A client that reuses a connection just as the server gives it up sees a fault nobody ordered.
        System.setProperty("sun.net.httpserver.idleInterval", "300");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "1024");
    }

    private final String name;
    private final HttpServer server;
    private final ExecutorService threads;
    private final Handler handler;
    private final Routes control;
    private final Faults faults = new Faults();
    private final RequestLog requests;

    private SimulatedServer(String name, HttpServer server, Handler handler, Clock clock) {
        this.name = name;
        this.server = server;
        this.handler = handler;
        this.threads = threads(name);
        this.requests = new RequestLog(clock);
        this.control = new ControlRoutes(faults).routes();
    }

    /**
     * Starts a server.
     *
     * @param port 0 for any free port
     */
    public static SimulatedServer start(String name, int port, Clock clock, Handler handler) {
        SimulatedServer started = new SimulatedServer(name, bind(name, port), handler, clock);
        started.server.createContext("/", started::serve);
        started.server.setExecutor(started.threads);
        started.server.start();
        return started;
    }

    /** Where it listens, without a slash at the end. */
    public URI baseUri() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** The faults that wait for its requests. */
    public Faults faults() {
        return faults;
    }

    /** What reached it. */
    public RequestLog requests() {
        return requests;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static HttpServer bind(String name, int port) {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 256);
        } catch (IOException taken) {
            throw new UncheckedIOException("The simulated " + name + " cannot listen on port " + port + ".", taken);
        }
    }

    private static ExecutorService threads(String name) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> daemon(name, task));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, "sandbox-" + name);
        thread.setDaemon(true);
        return thread;
    }

    private void serve(HttpExchange wire) {
        try (wire) {
            Optional<Request> request = RequestReader.read(wire);
            if (request.isEmpty()) {
                wire.sendResponseHeaders(413, -1);
            } else if (request.get().path().startsWith(ControlRoutes.PREFIX)) {
                new Exchange(wire, request.get(), control).send(control.handle(request.get()));
            } else {
                serve(wire, request.get());
            }
        } catch (IOException clientLeft) {
            LOG.log(System.Logger.Level.DEBUG, "{0}: an exchange ended early: {1}", name, clientLeft);
        }
    }

    private void serve(HttpExchange wire, Request request) throws IOException {
        requests.record(request);
        Exchange exchange = new Exchange(wire, request, this::answer);
        Optional<Fault> fault = faults.take(request.method(), request.path());
        if (fault.isPresent()) {
            fault.get().apply(exchange);
        } else {
            Answer answer = exchange.handle();
            waitFor(faults.latency());
            exchange.send(answer);
        }
    }

    private Answer answer(Request request) {
        try {
            return handler.handle(request);
        } catch (RuntimeException bug) {
            LOG.log(System.Logger.Level.ERROR, name + ": the simulator failed on " + request.path(), bug);
            return Answer.text(500, "text/plain", "The simulator has a bug; see the log.");
        }
    }

    private static void waitFor(Duration latency) throws IOException {
        if (!latency.isZero()) {
            Exchange.pause(latency);
        }
    }
}
