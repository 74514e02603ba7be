package dev.supportlink.outbound.entra;

import dev.supportlink.inbound.entra.EntraKeySource;
import dev.supportlink.inbound.entra.IssuerKeys;
import dev.supportlink.inbound.entra.KeyPublisher;
import dev.supportlink.inbound.entra.TokenVersion;
import dev.supportlink.outbound.http.Calls;
import dev.supportlink.outbound.http.RestClients;
import dev.supportlink.outbound.http.Target;
import dev.supportlink.platform.problem.UpstreamException;
import dev.supportlink.platform.problem.UpstreamException.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.net.URI;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.Map;

/** Fetches what tokens of a tenant are checked with: first the discovery document, then the keys that it points to. */
@ApplicationScoped
public class KeyConnector implements EntraKeySource {

    @Inject
    TokenRequests requests;

    @Inject
    RestClients clients;

    @Inject
    CloudSettings clouds;

    @Inject
    Calls calls;

    @Inject
    Clock clock;

    @Override
    public IssuerKeys fetch(KeyPublisher publisher) {
        Target login = requests.login(publisher.cloud());
        SigningMetadata metadata = calls.repeatable(login, () -> discovery(login, publisher));
        Target keys = new Target("entra", URI.create(Target.origin(metadata.jwksUri())));
        return calls.repeatable(keys, () -> new IssuerKeys(metadata.issuer(), keys(keys, metadata, publisher)));
    }

    private SigningMetadata discovery(Target login, KeyPublisher publisher) {
        EntraClient client = requests.client(login);
        JsonObject document = publisher.version() == TokenVersion.V2
                ? client.discovery(publisher.tenantId())
                : client.discoveryV1(publisher.tenantId());
        SigningMetadata metadata = SigningMetadata.from(document)
                .orElseThrow(() -> malformed("malformed", "The discovery document names no issuer or no keys."));
        if (!ofTheCloud(publisher, metadata)) {
            throw malformed("host-not-allowed", "The discovery document names a host outside this cloud.");
        }
        if (!ofTheTenant(publisher, metadata)) {
            throw malformed("malformed", "The discovery document is not about this tenant.");
        }
        return metadata;
    }

    private boolean ofTheCloud(KeyPublisher publisher, SigningMetadata metadata) {
        return metadata.jwksUri().getUserInfo() == null
                && clouds.contain(publisher.cloud(), metadata.jwksUri())
                && metadata.issuerUrl()
                        .map(issuer -> clouds.contain(publisher.cloud(), issuer))
                        .orElse(true);
    }

    private static boolean ofTheTenant(KeyPublisher publisher, SigningMetadata metadata) {
        return metadata.issuerUrl()
                .flatMap(DiscoveryAnswer::tenantIn)
                .filter(publisher.tenantId()::equals)
                .isPresent();
    }

    private Map<String, RSAPublicKey> keys(Target target, SigningMetadata metadata, KeyPublisher publisher) {
        EntraKeysClient client = clients.client(EntraKeysClient.class, target, new EntraErrors(clock));
        JsonObject keySet = client.keys(metadata.jwksUri().toString());
        Map<String, RSAPublicKey> keys = new PublishedKeys(publisher.tenantId()).read(keySet);
        if (keys.isEmpty()) {
            throw malformed("malformed", "The key set holds no key that could sign tokens.");
        }
        return keys;
    }

    private static UpstreamException malformed(String code, String message) {
        return new UpstreamException("entra", Kind.MALFORMED, code, message);
    }
}
