package dev.supportlink.outbound.entra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.connection.Cloud;
import dev.supportlink.connection.Tenant;
import dev.supportlink.outbound.testing.OutboundBeans;
import dev.supportlink.sandbox.entra.Application;
import dev.supportlink.sandbox.entra.EntraSimulator;
import dev.supportlink.secret.Secret;
import dev.supportlink.setup.OutboundTrial;
import dev.supportlink.setup.TenantResolver;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EntraContractTest {

    private final EntraSimulator entra = EntraSimulator.start(Clock.systemUTC());
    private OutboundBeans beans;

    @BeforeEach
    void startBeans() {
        String login = entra.baseUri().toString();
        beans = OutboundBeans.start(new HashMap<>(Map.of(
                "supportlink.cloud.global.login-url", login,
                "supportlink.cloud.us-gov.login-url", login,
                "supportlink.cloud.china.login-url", login)));
    }

    @AfterEach
    void stop() {
        beans.close();
        entra.close();
    }

    @Test
    void resolvesDomainToTenantId() {
        dev.supportlink.sandbox.entra.Tenant contoso = entra.addTenant("Contoso", "contoso.onmicrosoft.com");

        assertThat(beans.get(TenantResolver.class).resolve("contoso.onmicrosoft.com", null))
                .contains(new Tenant("contoso.onmicrosoft.com", contoso.id(), Cloud.GLOBAL));
    }

    @Test
    void signsIn() {
        dev.supportlink.sandbox.entra.Tenant contoso = entra.addTenant("Contoso", "contoso.onmicrosoft.com");
        Application app = contoso.register("x");
        String secret = app.addSecret("a", Duration.ofDays(10)).value();
        beans.get(OutboundTrial.class)
                .signIn(
                        new Tenant("contoso.onmicrosoft.com", contoso.id(), Cloud.GLOBAL),
                        app.appId(),
                        Secret.of(secret));
    }
}
