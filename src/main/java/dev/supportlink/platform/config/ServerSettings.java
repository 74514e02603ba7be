package dev.supportlink.platform.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The settings of the server as a whole: its address, its directories, whether it is a sandbox. */
@ApplicationScoped
public class ServerSettings implements SettingsGroup {

    public static final Setting<URI> PUBLIC_URL = Setting.url("supportlink.public-url", null)
            .where(url -> url.getPath().isEmpty() || url.getPath().equals("/"))
            .where(url -> url.getUserInfo() == null && url.getQuery() == null && url.getFragment() == null)
            .described("URL of this server as callers see it: scheme, host, optional port, no path");
    public static final Setting<Boolean> SANDBOX = Setting.flag("supportlink.sandbox", "false");
    public static final Setting<Boolean> ALLOW_REMOTE = Setting.flag("supportlink.http.allow-remote", "false");
    public static final Setting<Integer> HTTP_PORT = Setting.number("supportlink.http.port", "9080", 1, 65535);
    public static final Setting<Path> DATA_DIR = Setting.path("supportlink.data.dir", "data");
    public static final Setting<Path> KEYSET_FILE = Setting.path("supportlink.keyset.file", "keys/keyset.json");

    @Inject
    Settings settings;

    /** The server's settings over given settings, for use without a container. */
    public static ServerSettings over(Settings settings) {
        ServerSettings server = new ServerSettings();
        server.settings = settings;
        return server;
    }

    @Override
    public List<Setting<?>> declared() {
        return List.of(PUBLIC_URL, SANDBOX, ALLOW_REMOTE, HTTP_PORT, DATA_DIR, KEYSET_FILE);
    }

    @Override
    public List<String> problemsTogether() {
        return Stream.of(publicUrlMissing(), publicUrlOpen(), sandboxRemote())
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> publicUrlMissing() {
        return remoteAllowed() && settings.find(PUBLIC_URL).isEmpty()
                ? Optional.of("supportlink.public-url must be set, because supportlink.http.allow-remote is true.")
                : Optional.empty();
    }

    private Optional<String> publicUrlOpen() {
        URI url = publicUrl();
        return "http".equals(url.getScheme()) && !Loopback.isLoopback(url.getHost())
                ? Optional.of("supportlink.public-url must begin with https, unless its host is localhost.")
                : Optional.empty();
    }

    private Optional<String> sandboxRemote() {
        return sandbox() && remoteAllowed()
                ? Optional.of("supportlink.http.allow-remote must be false, because supportlink.sandbox is true.")
                : Optional.empty();
    }

    /** The only source of links, endpoint and probe target; loopback when nothing is set and the server is bound there. */
    public URI publicUrl() {
        return settings.find(PUBLIC_URL).orElseGet(() -> URI.create("http://localhost:" + settings.get(HTTP_PORT)));
    }

    /** An absolute link to a path of this server. */
    public URI link(String path) {
        return publicUrl().resolve(path);
    }

    public boolean sandbox() {
        return settings.get(SANDBOX);
    }

    public boolean remoteAllowed() {
        return settings.get(ALLOW_REMOTE);
    }

    public Path dataDirectory() {
        return settings.get(DATA_DIR);
    }

    public Path keysetFile() {
        return settings.get(KEYSET_FILE);
    }
}
