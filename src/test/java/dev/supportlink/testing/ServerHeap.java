package dev.supportlink.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Looks into the heap of another process with the tools of the JDK. */
final class ServerHeap {

    /** One line for the whole heap, or one for each generation: that depends on the collector. */
    private static final Pattern USED = Pattern.compile("\\btotal \\d+K, used (\\d+)K");

    private ServerHeap() {}

    /** In bytes, after a full collection. */
    static long live(long pid) {
        command(pid, "GC.run");
        String told = command(pid, "GC.heap_info");
        List<Long> used = USED.matcher(told)
                .results()
                .map(line -> Long.parseLong(line.group(1)))
                .toList();
        if (used.isEmpty()) {
            throw new IllegalStateException("The JDK's tool did not tell how much of the heap is used: " + told);
        }
        return used.stream().mapToLong(Long::longValue).sum() * 1024;
    }

    private static String command(long pid, String what) {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            Process process = new ProcessBuilder(jcmd.toString(), Long.toString(pid), what)
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
