package dev.supportlink.fuzz;

import dev.supportlink.testing.HttpSocket;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

/** Sends fuzzed requests from several threads, and remembers what came back. */
final class FuzzRun {

    /** Where the peer closed without an answer; allowed only where there was no request to answer. */
    static final int CLOSED = 0;

    private static final int PATIENCE_MILLIS = 30_000;
    private static final int MOST_FINDINGS = 20;

    private final FuzzTarget target;
    private final Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();
    private final List<String> findings = java.util.Collections.synchronizedList(new ArrayList<>());

    FuzzRun(FuzzTarget target) {
        this.target = target;
    }

    /** How often each status was answered. */
    Map<Integer, LongAdder> statuses() {
        return statuses;
    }

    /** The first requests that were answered with a server error, not answered, or not in time. */
    List<String> findings() {
        return findings;
    }

    void send(int requests, int threads, long seed) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (int worker = 0; worker < threads; worker++) {
                Random random = new Random(seed * threads + worker);
                work.add(() -> send(requests / threads, new RequestFuzzer(new Pick(random), target)));
            }
            for (Future<Void> done : workers.invokeAll(work)) {
                done.get();
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private Void send(int requests, RequestFuzzer fuzzer) throws IOException {
        try (HttpSocket socket = new HttpSocket(target.base())) {
            FuzzedRequest before = fuzzer.next();
            for (int sent = 0; sent < requests; sent++) {
                FuzzedRequest request = fuzzer.next();
                record(request, request.framed() ? exchange(socket, request, before) : shout(request));
                before = request.framed() ? request : before;
            }
        }
        return null;
    }

    private void record(FuzzedRequest request, int status) {
        statuses.computeIfAbsent(status, each -> new LongAdder()).increment();
        boolean wrong = status == CLOSED ? request.framed() : status >= 500 && status != 501 && status != 505;
        if (wrong && findings.size() < MOST_FINDINGS) {
            findings.add(status + " for\n" + request);
        }
    }

    /** A second try on a fresh connection: the peer may have closed the first one after the answer before. */
    private int exchange(HttpSocket socket, FuzzedRequest request, FuzzedRequest before) {
        try {
            return socket.exchange(request.bytes()).status();
        } catch (ProtocolException outOfStep) {
            findings.add(outOfStep.getMessage() + "\nfor\n" + request + "\nafter\n" + before);
            return again(socket, request);
        } catch (SocketTimeoutException late) {
            return hung(request);
        } catch (IOException closed) {
            return again(socket, request);
        }
    }

    private int again(HttpSocket socket, FuzzedRequest request) {
        try {
            return socket.exchange(request.bytes()).status();
        } catch (SocketTimeoutException late) {
            return hung(request);
        } catch (IOException closed) {
            return CLOSED;
        }
    }

    /** On a connection of its own, which ends with the request; reset afterwards, so that no port is kept waiting. */
    private int shout(FuzzedRequest request) {
        try (Socket socket = new Socket(target.base().getHost(), target.base().getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(request.bytes());
            socket.shutdownOutput();
            return status(socket.getInputStream());
        } catch (SocketTimeoutException late) {
            return hung(request);
        } catch (IOException closed) {
            return CLOSED;
        }
    }

    private int hung(FuzzedRequest request) {
        findings.add("no answer in time for\n" + request);
        return CLOSED;
    }

    private static int status(InputStream in) throws IOException {
        String start = new String(in.readNBytes(12), java.nio.charset.StandardCharsets.ISO_8859_1);
        return start.matches("HTTP/1\\.[01] \\d{3}") ? Integer.parseInt(start.substring(9)) : CLOSED;
    }
}
