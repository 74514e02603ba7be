package dev.supportlink.outbound.entra;

import dev.supportlink.connection.Cloud;
import dev.supportlink.platform.config.ServerSettings;
import dev.supportlink.platform.config.Setting;
import dev.supportlink.platform.config.Settings;
import dev.supportlink.platform.config.SettingsGroup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;

/** Where each Microsoft cloud has its login host and its Graph; only the sandbox may name other hosts. */
@ApplicationScoped
public class CloudSettings implements SettingsGroup {

    @Inject
    Settings settings;

    @Inject
    ServerSettings server;

    @Override
    public List<Setting<?>> declared() {
        return clouds().<Setting<?>>flatMap(hosts -> Stream.of(hosts.login(), hosts.graph()))
                .toList();
    }

    @Override
    public List<String> problemsTogether() {
        if (settings.problem(ServerSettings.SANDBOX).isPresent() || server.sandbox()) {
            return List.of();
        }
        return Stream.concat(
                        foreign(CloudHosts::login, CloudHosts::isLogin),
                        foreign(CloudHosts::graph, CloudHosts::isGraph))
                .toList();
    }

    /** Where tokens of this cloud come from. */
    public URI loginUrl(Cloud cloud) {
        return settings.get(CloudHosts.of(cloud).login());
    }

    /** Graph's base URL in this cloud, without version; also the resource that tokens are asked for. */
    public URI graphUrl(Cloud cloud) {
        return settings.get(CloudHosts.of(cloud).graph());
    }

    /** Whether a URL of a discovery document lies on the cloud's hosts, or on the login host that is set for it. */
    boolean contain(Cloud cloud, URI url) {
        return CloudHosts.of(cloud).contain(url) || sameOrigin(loginUrl(cloud), url);
    }

    /** Whether a URL lies on the hosts of any Microsoft cloud. */
    boolean anyContains(URI url) {
        return clouds().anyMatch(hosts -> hosts.contain(url));
    }

    private Stream<String> foreign(Function<CloudHosts, Setting<URI>> which, BiPredicate<CloudHosts, URI> known) {
        return clouds().filter(hosts -> settings.problem(which.apply(hosts)).isEmpty())
                .filter(hosts -> !known.test(hosts, settings.get(which.apply(hosts))))
                .map(hosts -> which.apply(hosts).name() + " must be "
                        + which.apply(hosts).defaultText() + "; another host needs supportlink.sandbox=true.");
    }

    private static boolean sameOrigin(URI one, URI other) {
        return one.getHost().equalsIgnoreCase(other.getHost())
                && one.getPort() == other.getPort()
                && one.getScheme().equals(other.getScheme());
    }

    private static Stream<CloudHosts> clouds() {
        return Arrays.stream(Cloud.values()).map(CloudHosts::of);
    }
}
