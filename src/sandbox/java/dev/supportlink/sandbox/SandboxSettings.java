package dev.supportlink.sandbox;

import dev.supportlink.sandbox.instance.TableAccess;
import dev.supportlink.sandbox.run.RunSettings;
import dev.supportlink.sandbox.world.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The settings of the sandbox, all of them optional.
 *
 * @param ports {@code supportlink.sandbox.login-port}, {@code .graph-port}, {@code .instance-port}
 * @param run {@code supportlink.sandbox.base-url}, {@code supportlink.data.dir}, {@code supportlink.sandbox.dir}
 * @param drives {@code supportlink.sandbox.run}: whether the main job runs by itself
 * @param administrativeTables {@code supportlink.sandbox.instance-tables}: readable, rows-omitted or forbidden
 */
record SandboxSettings(Ports ports, RunSettings run, boolean drives, TableAccess administrativeTables) {

    private static final String PREFIX = "supportlink.sandbox.";

    static SandboxSettings read(Function<String, Optional<String>> source) {
        Function<String, Optional<String>> own = name -> source.apply(PREFIX + name);
        Path data = Path.of(source.apply("supportlink.data.dir").orElse("target/sandbox/data"))
                .toAbsolutePath();
        String port = source.apply("supportlink.http.port").orElse("9080");
        RunSettings run = new RunSettings(
                URI.create(own.apply("base-url").orElse("http://localhost:" + port)),
                data,
                own.apply("dir").map(Path::of).orElse(parent(data)));
        Ports ports = new Ports(
                port(own, "login-port", 9181), port(own, "graph-port", 9182), port(own, "instance-port", 9183));
        boolean drives = !own.apply("run").orElse("true").equals("false");
        return new SandboxSettings(
                ports, run, drives, access(own.apply("instance-tables").orElse("readable")));
    }

    private static int port(Function<String, Optional<String>> own, String name, int usual) {
        return own.apply(name).map(Integer::parseInt).orElse(usual);
    }

    private static TableAccess access(String word) {
        return TableAccess.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Path parent(Path directory) {
        return Optional.ofNullable(directory.getParent()).orElse(directory);
    }
}
