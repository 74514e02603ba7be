package dev.supportlink.outbound.http;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** Builds the REST clients, all under the one policy, and keeps one per interface and base URL. */
@ApplicationScoped
public class RestClients {

    private static final System.Logger LOG = System.getLogger(RestClients.class.getName());

    @Inject
    OutboundSettings settings;

    @Inject
    AddressPolicy policy;

    @Inject
    Clock clock;

    private final Map<Key, Object> clients = new ConcurrentHashMap<>();

    private record Key(Class<?> type, URI baseUrl) {}

    /** The client of an outside system, under the address policy. */
    public <T> T client(Class<T> type, Target target, StatusMapper errors) {
        return client(type, target, errors, policy);
    }

    /** The client of an outside system under a rule of its own. */
    public <T> T client(Class<T> type, Target target, StatusMapper errors, AddressRule rule) {
        Key key = new Key(type, target.baseUrl());
        return type.cast(clients.computeIfAbsent(key, absent -> build(type, target, errors, rule)));
    }

    @PreDestroy
    void close() {
        clients.values().forEach(RestClients::close);
    }

    private <T> T build(Class<T> type, Target target, StatusMapper errors, AddressRule rule) {
        return RestClientBuilder.newBuilder()
                .baseUri(target.baseUrl())
                .connectTimeout(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(settings.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .followRedirects(false)
                .property("resteasy.connectionPoolSize", settings.connectionsPerHost())
                .register(new UserAgent())
                .register(new FollowLink())
                .register(new AddressFilter(target.system(), rule))
                .register(new AnswerLimits(settings.maxBodySize(), settings.callTimeout(), clock))
                .register(new JsonBodies(target.system()))
                .register(errors)
                .build(type);
    }

    private static void close(Object client) {
        try {
            ((AutoCloseable) client).close();
        } catch (Exception ignored) {
            LOG.log(System.Logger.Level.DEBUG, "A REST client did not close: {0}", ignored.toString());
        }
    }
}
