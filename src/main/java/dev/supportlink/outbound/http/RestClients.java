package dev.supportlink.outbound.http;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.List;
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

    private ClientShelf<Key> shelf = new ClientShelf<>(0);

    private record Key(Class<?> type, URI baseUrl) {}

    @PostConstruct
    void open() {
        shelf = new ClientShelf<>(settings.keptClients());
    }

    /** The client of an outside system, under the address policy. */
    public <T> T client(Class<T> type, Target target, StatusMapper errors) {
        return client(type, target, errors, policy);
    }

    /** The client of an outside system under a rule of its own. */
    public <T> T client(Class<T> type, Target target, StatusMapper errors, AddressRule rule) {
        Key key = new Key(type, target.baseUrl());
        return type.cast(shelf.find(key).orElseGet(() -> {
            close(shelf.takeUnused(clock.instant()));
            return shelf.keep(key, build(type, target, errors, rule), clock.instant());
        }));
    }

    @PreDestroy
    void close() {
        close(shelf.takeAll());
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

    private static void close(List<Object> clients) {
        for (Object client : clients) {
            try {
                ((AutoCloseable) client).close();
            } catch (Exception ignored) {
                LOG.log(System.Logger.Level.DEBUG, "A REST client did not close: {0}", ignored.toString());
            }
        }
    }
}
