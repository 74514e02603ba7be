package dev.supportlink.outbound.entra;

import dev.supportlink.connection.Cloud;
import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Tenant;
import dev.supportlink.outbound.http.Calls;
import dev.supportlink.outbound.http.RestClients;
import dev.supportlink.outbound.http.Target;
import dev.supportlink.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Form;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Asks the token endpoint of a tenant's cloud; remembers nothing. */
@ApplicationScoped
class TokenRequests {

    @Inject
    RestClients clients;

    @Inject
    Calls calls;

    @Inject
    CloudSettings clouds;

    @Inject
    EntraSettings settings;

    @Inject
    Clock clock;

    /** An application as it signs in: where and under which client ID. */
    record Application(Tenant tenant, String clientId) {

        static Application of(Connection connection) {
            if (connection.entraClientId() == null) {
                throw MissingApplication.clientId();
            }
            return new Application(connection.tenant(), connection.entraClientId());
        }

        String tenantId() {
            if (tenant.id() == null) {
                throw MissingApplication.tenant();
            }
            return tenant.id();
        }

        Cloud cloud() {
            if (tenant.cloud() == null) {
                throw MissingApplication.tenant();
            }
            return tenant.cloud();
        }
    }

    /** A token for the Graph of the application's cloud. */
    AppToken token(Application application, Secret clientSecret) {
        URI graph = clouds.graphUrl(application.cloud());
        return new AppToken(token(application, clientSecret, graph.toString()).boundTo(graph));
    }

    /** A token for any API of the tenant, named by its client ID or identifier URI. */
    IssuedToken token(Application application, Secret clientSecret, String api) {
        Target login = login(application.cloud());
        Form form = form(application, clientSecret, api);
        Instant asked = clock.instant();
        TokenAnswer answer = TokenAnswer.from(calls.repeatable(login, () -> send(login, application, form)));
        return new IssuedToken(answer.accessToken(), asked.plus(usable(answer.expiresIn())));
    }

    /** What a secret for this tenant is bound to: login origin and tenant ID. */
    String target(Tenant tenant) {
        Application any = new Application(tenant, "");
        return login(any.cloud()).origin() + "|" + any.tenantId();
    }

    Target login(Cloud cloud) {
        return new Target("entra", clouds.loginUrl(cloud));
    }

    EntraClient client(Target login) {
        return clients.client(EntraClient.class, login, new EntraErrors(clock));
    }

    private JsonObject send(Target login, Application application, Form form) {
        EntraClient client = client(login);
        return settings.usesV2()
                ? client.tokenV2(application.tenantId(), form)
                : client.tokenV1(application.tenantId(), form);
    }

    private Form form(Application application, Secret clientSecret, String api) {
        Form form = new Form("grant_type", "client_credentials")
                .param("client_id", application.clientId())
                .param("client_secret", clientSecret.reveal());
        return settings.usesV2() ? form.param("scope", api + "/.default") : form.param("resource", api);
    }

    private Duration usable(Duration life) {
        Duration margin = settings.tokenMargin();
        // A token that lives shorter than the margin would never be kept.
        return margin.compareTo(life.dividedBy(2)) > 0 ? life.dividedBy(2) : life.minus(margin);
    }
}
