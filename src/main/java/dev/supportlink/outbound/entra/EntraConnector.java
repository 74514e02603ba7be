package dev.supportlink.outbound.entra;

import dev.supportlink.connection.Cloud;
import dev.supportlink.connection.Tenant;
import dev.supportlink.outbound.http.Calls;
import dev.supportlink.outbound.http.Target;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import dev.supportlink.secret.Secret;
import dev.supportlink.setup.OutboundTrial;
import dev.supportlink.setup.TenantResolver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds tenants through discovery, and tries credentials at the token endpoint. */
@ApplicationScoped
public class EntraConnector implements TenantResolver, OutboundTrial {

    // us-gov-dod shares its login host with us-gov and cannot be told from it: it is never guessed.
    private static final List<Cloud> GUESSED = List.of(Cloud.GLOBAL, Cloud.US_GOV, Cloud.CHINA);

    @Inject
    TokenRequests requests;

    @Inject
    CloudSettings clouds;

    @Inject
    Calls calls;

    @Override
    public Optional<Tenant> resolve(String domain, @Nullable Cloud cloud) {
        List<Cloud> asked = cloud == null ? GUESSED : List.of(cloud);
        return asked.stream().flatMap(each -> lookUp(domain, each).stream()).findFirst();
    }

    @Override
    public void signIn(Tenant tenant, String clientId, Secret clientSecret) {
        requests.token(new TokenRequests.Application(tenant, clientId), clientSecret);
    }

    @Override
    public String shownTokenUrl(Tenant tenant) {
        return clouds.loginUrl(cloud(tenant)) + "/" + tenant.domain() + "/oauth2/token";
    }

    @Override
    public URI graphUrl(Tenant tenant) {
        return clouds.graphUrl(cloud(tenant));
    }

    @Override
    public List<String> hosts(Tenant tenant) {
        Cloud cloud = cloud(tenant);
        return List.of(clouds.loginUrl(cloud).getHost(), clouds.graphUrl(cloud).getHost());
    }

    @Override
    public String target(Tenant tenant) {
        return requests.target(tenant);
    }

    private Optional<Tenant> lookUp(String domain, Cloud cloud) {
        Target login = requests.login(cloud);
        try {
            DiscoveryAnswer found = calls.repeatable(
                    login,
                    () -> DiscoveryAnswer.from(requests.client(login).discovery(domain))
                            .orElseThrow(EntraConnector::malformed));
            return tenant(domain, cloud, found);
        } catch (UpstreamException failure) {
            if (failure.kind() == Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private Optional<Tenant> tenant(String domain, Cloud cloud, DiscoveryAnswer found) {
        if (clouds.contain(cloud, found.issuer()) && clouds.contain(cloud, found.tokenEndpoint())) {
            String id = found.tenantId().orElseThrow(EntraConnector::malformed);
            return Optional.of(new Tenant(domain, id, cloud));
        }
        // A login host also answers for tenants of other clouds, and then names that cloud's hosts.
        if (clouds.anyContains(found.issuer()) && clouds.anyContains(found.tokenEndpoint())) {
            return Optional.empty();
        }
        throw malformed();
    }

    /** Before it is known the first one that is asked is the best guess. */
    private static Cloud cloud(Tenant tenant) {
        return tenant.cloud() == null ? GUESSED.get(0) : tenant.cloud();
    }

    private static UpstreamException malformed() {
        return new UpstreamException(
                "entra", Kind.MALFORMED, "host-not-allowed", "The discovery document names no host of this cloud.");
    }
}
