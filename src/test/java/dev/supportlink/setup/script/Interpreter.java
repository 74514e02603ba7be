package dev.supportlink.setup.script;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A program that answers each line it reads with bytes and a NUL. */
final class Interpreter implements AutoCloseable {

    private final Process process;
    private final OutputStream input;
    private final InputStream output;

    private Interpreter(Process process) {
        this.process = process;
        this.input = process.getOutputStream();
        this.output = process.getInputStream();
    }

    static Interpreter start(String... command) {
        try {
            return new Interpreter(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Whether a program of this name is on the path. */
    static boolean exists(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> new File(folder, program).canExecute());
    }

    byte[] ask(String line) {
        CompletableFuture<byte[]> answer = CompletableFuture.supplyAsync(() -> {
            try {
                input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                input.flush();
                return read();
            } catch (IOException closed) {
                throw new UncheckedIOException(closed);
            }
        });
        try {
            return answer.get(20, TimeUnit.SECONDS);
        } catch (Exception stuck) {
            process.destroyForcibly();
            throw new AssertionError("No answer to: " + line, stuck);
        }
    }

    private byte[] read() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int next = output.read(); next != 0; next = output.read()) {
            if (next < 0) {
                throw new IOException("The program ended.");
            }
            bytes.write(next);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
