package dev.supportlink.setup.steps;

import static dev.supportlink.testing.SetupPath.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.InboundMode;
import dev.supportlink.connection.RestApplications;
import dev.supportlink.connection.SetupType;
import dev.supportlink.inbound.entra.EntraCallers;
import dev.supportlink.outbound.testing.EntraSite;
import dev.supportlink.outbound.testing.FakeGate;
import dev.supportlink.outbound.testing.FakeVault;
import dev.supportlink.outbound.testing.MovableClock;
import dev.supportlink.outbound.testing.OutboundBeans;
import dev.supportlink.platform.problem.DomainException;
import dev.supportlink.platform.problem.FieldError;
import dev.supportlink.sandbox.entra.EntraSimulator;
import dev.supportlink.sandbox.instance.InstanceSimulator;
import dev.supportlink.setup.Answers;
import dev.supportlink.setup.ApplicationTrial;
import dev.supportlink.setup.InstanceAdministration;
import dev.supportlink.setup.InstanceTrial;
import dev.supportlink.setup.OutboundTrial;
import dev.supportlink.setup.PlanContext;
import dev.supportlink.setup.SetupStep;
import dev.supportlink.setup.StepChange;
import dev.supportlink.verification.BundledReasons;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The steps of the entra plan, asking simulated systems through the real connectors. */
final class RestSteps implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");

    final MovableClock clock = new MovableClock(NOW);
    final EntraSimulator entra = EntraSimulator.start(clock);
    final InstanceSimulator instance = InstanceSimulator.start(clock);
    final OutboundBeans beans = OutboundBeans.start(
            clock, Map.of("supportlink.cloud.global.login-url", entra.baseUri().toString()));
    final EntraSite site = new EntraSite(entra, instance, beans);
    final FakeVault vault = beans.get(FakeVault.class);
    final FakeGate gate = beans.get(FakeGate.class);
    final RestApiApplicationStep api = new RestApiApplicationStep();
    final RestUserApplicationStep user = new RestUserApplicationStep();
    final OidcProviderStep provider = new OidcProviderStep();
    /** Whose callers were let in. */
    final List<RestApplications> letIn = new ArrayList<>();

    final EntraIntegrationUserStep account = new EntraIntegrationUserStep();
    /** Of type entra, with an instance; nothing but the Entra application's client ID is known. */
    final Connection connection;

    RestSteps() {
        Connection ready = site.connection();
        vault.discard(ready.id(), dev.supportlink.secret.SecretKind.REST_USER_CLIENT_SECRET, null);
        connection = ready.withSetup(SetupType.ENTRA, InboundMode.GATEWAY)
                .withEntraClientId("11111111-2222-3333-4444-555555555555")
                .withRestApplications(RestApplications.NONE);
        wire();
    }

    private void wire() {
        OutsideRefusal refusal = new OutsideRefusal();
        refusal.reasons = new BundledReasons();
        OutboundCredential credential = new OutboundCredential();
        credential.clock = clock;
        RestApplicationProof proof = new RestApplicationProof();
        proof.entra = beans.get(ApplicationTrial.class);
        proof.reasons = refusal.reasons;
        RestRegistration registration = new RestRegistration();
        registration.entra = beans.get(OutboundTrial.class);
        api.registration = registration;
        api.credential = credential;
        api.proof = proof;
        api.entra = registration.entra;
        api.vault = vault;
        user.registration = registration;
        user.credential = credential;
        user.proof = proof;
        user.entra = registration.entra;
        user.gate = gate;
        user.instances = beans.get(InstanceTrial.class);
        RestCallers callers = new RestCallers();
        callers.vault = vault;
        callers.callers = new EntraCallers() {
            @Override
            public void follow(Connection proven) {
                letIn.add(proven.restApplications());
            }
        };
        api.callers = callers;
        user.callers = callers;
        provider.entra = proof.entra;
        account.instances = user.instances;
        account.refusal = refusal;
        account.administrator = new ByAdministrator();
        account.administrator.instances = beans.get(InstanceAdministration.class);
        account.administrator.refusal = refusal;
    }

    static StepChange answer(SetupStep step, Connection connection, String answers) {
        return step.answer(new PlanContext(connection, Map.of()), new Answers(json(answers)), "admin");
    }

    /** Right answers with one of them replaced, or one more; {@code value} is JSON with single quotes. */
    static String with(String right, String field, String value) {
        Map<String, String> answers = new LinkedHashMap<>();
        json(right).forEach((name, kept) -> answers.put(name, kept.toString()));
        answers.put(field, value);
        return answers.entrySet().stream()
                .map(answer -> "'" + answer.getKey() + "':" + answer.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    static Map<String, Object> values(SetupStep step, Connection connection) {
        return step.values(new PlanContext(connection, Map.of()));
    }

    /** Nothing is stored of an answer that throws; what is thrown names the field and says these words. */
    static DomainException refused(
            SetupStep step, Connection connection, String answers, String field, String... said) {
        Throwable thrown = catchThrowable(() -> answer(step, connection, answers));
        assertThat(thrown).isInstanceOf(DomainException.class);
        DomainException refusal = (DomainException) thrown;
        assertThat(refusal.errors())
                .filteredOn(error -> error.field().equals(field))
                .as(refusal.errors().toString())
                .hasSize(1)
                .first()
                .extracting(FieldError::message)
                .asString()
                .contains(said);
        return refusal;
    }

    @Override
    public void close() {
        beans.close();
        instance.close();
        entra.close();
    }
}
