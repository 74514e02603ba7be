package dev.supportlink.setup.steps;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Instance;
import dev.supportlink.outbound.testing.FakeGate;
import dev.supportlink.outbound.testing.FakeVault;
import dev.supportlink.outbound.testing.OutboundBeans;
import dev.supportlink.outbound.testing.TenantSite;
import dev.supportlink.sandbox.entra.EntraSimulator;
import dev.supportlink.sandbox.entra.Person;
import dev.supportlink.sandbox.graph.GraphSimulator;
import dev.supportlink.sandbox.instance.InstanceSimulator;
import dev.supportlink.sandbox.instance.InstanceUser;
import dev.supportlink.sandbox.instance.OauthClient;
import dev.supportlink.secret.Secret;
import dev.supportlink.secret.SecretKind;
import dev.supportlink.setup.Answers;
import dev.supportlink.setup.ApplicationRegistrar;
import dev.supportlink.setup.InstanceAdministration;
import dev.supportlink.setup.InstanceTrial;
import dev.supportlink.setup.OutboundTrial;
import dev.supportlink.setup.PlanContext;
import dev.supportlink.setup.SetupStep;
import dev.supportlink.setup.StepChange;
import dev.supportlink.testing.SetupPath;
import dev.supportlink.verification.BundledReasons;
import java.time.Clock;
import java.util.Map;

/** The steps of the basic plan that can make things outside, asking simulated systems through the real connectors. */
final class BasicSteps implements AutoCloseable {

    private final Clock clock = Clock.systemUTC();
    final EntraSimulator entra = EntraSimulator.start(clock);
    final GraphSimulator graph = GraphSimulator.start(entra, clock);
    final InstanceSimulator instance = InstanceSimulator.start(clock);
    private final OutboundBeans beans = OutboundBeans.start(Map.of(
            "supportlink.cloud.global.login-url", entra.baseUri().toString(),
            "supportlink.cloud.global.graph-url", graph.baseUri().toString()));
    final TenantSite tenant = new TenantSite(entra, beans);
    final FakeVault vault = beans.get(FakeVault.class);
    final OauthClient client = instance.admin().addOauthEndpoint("made by hand");
    final InstanceUser admin =
            instance.admin().addUser("root", "Root", "Admin").give("admin").give("snc_basic_auth_api_access");
    final EntraApplicationStep application = new EntraApplicationStep();
    final InboundClientStep inboundClient = new InboundClientStep();
    final IntegrationUserStep integrationUser = new IntegrationUserStep();
    /** With the tenant resolved, an instance and a stored client secret; the application is not known yet. */
    final Connection connection;

    BasicSteps() {
        connection = tenant.connection()
                .withEntraClientId(null)
                .withInstance(new Instance(instance.baseUri(), client.clientId(), null, false));
        vault.discard(connection.id(), SecretKind.OUTBOUND_CLIENT_SECRET, null);
        vault.store(
                connection.id(),
                SecretKind.INSTANCE_CLIENT_SECRET,
                String.valueOf(instance.baseUri()),
                Secret.of(client.clientSecret()),
                null);
        wire();
    }

    private void wire() {
        OutsideRefusal refusal = new OutsideRefusal();
        refusal.reasons = new BundledReasons();
        OutboundTrial trial = beans.get(OutboundTrial.class);
        application.entra = trial;
        application.credential = new OutboundCredential();
        application.credential.entra = trial;
        application.credential.refusal = refusal;
        application.credential.clock = clock;
        application.byToken = new RegistrationByToken();
        application.byToken.registrar = beans.get(ApplicationRegistrar.class);
        application.byToken.entra = trial;
        application.byToken.vault = vault;
        application.byToken.refusal = refusal;
        ByAdministrator administrator = new ByAdministrator();
        administrator.instances = beans.get(InstanceAdministration.class);
        administrator.refusal = refusal;
        inboundClient.administrator = administrator;
        integrationUser.administrator = administrator;
        integrationUser.instances = beans.get(InstanceTrial.class);
        integrationUser.gate = beans.get(FakeGate.class);
        integrationUser.vault = vault;
        integrationUser.refusal = refusal;
    }

    StepChange answer(SetupStep step, String answers) {
        return answer(step, connection, answers);
    }

    StepChange answer(SetupStep step, Connection of, String answers) {
        return step.answer(new PlanContext(of, Map.of()), new Answers(SetupPath.json(answers)), "admin");
    }

    String token(String scope) {
        return entra.personsToken(
                tenant.remote(),
                tenant.application(),
                graph.baseUri().toString(),
                new Person("0f0e0d0c-0000-0000-0000-000000000001", "admin", scope));
    }

    @Override
    public void close() {
        beans.close();
        instance.close();
        graph.close();
        entra.close();
    }
}
