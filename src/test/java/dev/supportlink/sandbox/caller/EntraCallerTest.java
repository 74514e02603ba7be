package dev.supportlink.sandbox.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supportlink.sandbox.entra.Application;
import dev.supportlink.sandbox.entra.EntraSimulator;
import dev.supportlink.sandbox.entra.Tenant;
import dev.supportlink.sandbox.instance.InstanceSimulator;
import dev.supportlink.sandbox.instance.OidcProvider;
import dev.supportlink.sandbox.state.TurnableClock;
import jakarta.json.Json;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** AAD Auth from the sheet alone, at an instance that has the OIDC provider of the guide. */
class EntraCallerTest {

    private static final String PROVIDER = "contoso_application_inbound_api";

    private final TurnableClock clock = TurnableClock.at(Instant.parse("2026-03-01T10:00:00Z"));
    private final EntraSimulator entra = EntraSimulator.start(clock);
    private final InstanceSimulator instance = InstanceSimulator.start(clock);
    private final Tenant tenant = entra.addTenant("Contoso", "contoso.onmicrosoft.com");
    private final Application api = tenant.register("REST API");
    private final Application user = tenant.register("REST user");

    @BeforeEach
    void configure() {
        String metadata = entra.baseUri() + "/contoso.onmicrosoft.com/.well-known/openid-configuration";
        instance.admin().addOidcProvider(new OidcProvider(PROVIDER, api.appId(), metadata, "appid", "user_name"));
        instance.admin().addIntegrationUser(user.appId());
    }

    @AfterEach
    void stop() {
        instance.close();
        entra.close();
    }

    @Test
    void createsAnIncidentWithATokenOfTheTenant() {
        MicrosoftSideCaller caller = caller();
        caller.signIn();

        CallerIncident incident = caller.create(Map.of("short_description", "Mail is slow"));

        assertThat(caller.read(incident).getString("sys_created_by")).isEqualTo(user.appId());
    }

    @Test
    void getsAnotherTokenWhereThereIsNoRefreshToken() {
        MicrosoftSideCaller caller = caller();
        caller.signIn();
        clock.forward(Duration.ofHours(2));
        assertThat(catchThrowableOfType(CallRefused.class, () -> caller.create(Map.of()))
                        .status())
                .as("the token has expired")
                .isEqualTo(401);

        caller.refresh();

        assertThat(caller.create(Map.of()).number()).startsWith("INC");
    }

    @Test
    void newSigningKeyIsFetched() {
        MicrosoftSideCaller caller = caller();
        caller.signIn();
        caller.create(Map.of());
        entra.rotateSigningKey();

        caller.refresh();

        assertThat(caller.create(Map.of()).number()).startsWith("INC");
    }

    @Test
    void otherApplicationsAreNobody() {
        Application stranger = tenant.register("stranger");
        String secret = stranger.addSecret("first", Duration.ofDays(1)).value();
        MicrosoftSideCaller caller = caller(stranger, secret);
        caller.signIn();

        assertThat(catchThrowableOfType(CallRefused.class, () -> caller.create(Map.of()))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void lockedUserAndSwitchedOffProviderAreRefused() {
        MicrosoftSideCaller caller = caller();
        caller.signIn();
        instance.admin().user(user.appId()).lock();
        assertThat(catchThrowableOfType(CallRefused.class, () -> caller.create(Map.of()))
                        .status())
                .isEqualTo(401);

        instance.admin().user(user.appId()).unlock();
        assertThat(caller.create(Map.of()).number()).startsWith("INC");

        instance.admin().changeOidcProvider(PROVIDER, "user_claim", "azp");
        assertThat(catchThrowableOfType(CallRefused.class, () -> caller.create(Map.of()))
                        .status())
                .isEqualTo(401);
    }

    private MicrosoftSideCaller caller() {
        return caller(user, user.addSecret("first", Duration.ofDays(1)).value());
    }

    private MicrosoftSideCaller caller(Application signingIn, String secret) {
        SheetValues sheet = SheetValues.of(Json.createObjectBuilder()
                .add("endpoint", instance.baseUri().toString())
                .add("authenticationType", "AAD Auth")
                .add("clientId", api.appId())
                .add("clientSecret", "not needed for this grant")
                .add("restUsername", signingIn.appId())
                .add("restPassword", secret)
                .build());
        return new MicrosoftSideCaller(sheet, URI.create(entra.baseUri() + "/" + tenant.id() + "/oauth2/token"));
    }
}
