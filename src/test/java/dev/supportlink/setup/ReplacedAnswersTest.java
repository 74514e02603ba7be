package dev.supportlink.setup;

import static dev.supportlink.setup.StepId.COMPLETE_INTEGRATION;
import static dev.supportlink.setup.StepId.ENTRA_APPLICATION;
import static dev.supportlink.setup.StepId.INBOUND_CLIENT;
import static dev.supportlink.setup.StepId.INSTANCE_ACCESS;
import static dev.supportlink.setup.StepId.INTEGRATION_USER;
import static dev.supportlink.setup.StepId.OUTBOUND_PROVIDER;
import static dev.supportlink.setup.StepId.REST_API_APPLICATION;
import static dev.supportlink.setup.StepId.REST_USER_APPLICATION;
import static dev.supportlink.setup.StepId.TEST_CONNECTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.ConnectionChanged;
import dev.supportlink.connection.Environment;
import dev.supportlink.connection.InboundMode;
import dev.supportlink.connection.Instance;
import dev.supportlink.connection.RestApplications;
import dev.supportlink.connection.SetupType;
import dev.supportlink.inbound.InboundBeans;
import dev.supportlink.testing.Connections;
import java.net.URI;
import org.junit.jupiter.api.Test;

class ReplacedAnswersTest {

    private static final URI URL = URI.create("https://contoso.service-now.com");
    private static final Connection BEFORE = Connections.basic();
    private static final String OTHER = "99999999-2222-3333-4444-555555555555";

    @Test
    void theStepThatAsksForAValueIsOpenAgain() {
        assertThat(asked(BEFORE, BEFORE.withEntraClientId(OTHER))).containsExactly(ENTRA_APPLICATION);
        assertThat(asked(BEFORE, BEFORE.withInstance(new Instance(URL, "other", "supportlink.user", false))))
                .containsExactly(INBOUND_CLIENT, INTEGRATION_USER);
        assertThat(asked(BEFORE, BEFORE.withInstance(new Instance(URL, "client", "other", false))))
                .containsExactly(INTEGRATION_USER);
        assertThat(asked(BEFORE, BEFORE.withInstance(new Instance(URL, "client", "supportlink.user", true))))
                .containsExactly(INTEGRATION_USER);
        Connection entra = BEFORE.withSetup(SetupType.ENTRA, InboundMode.GATEWAY);
        assertThat(asked(entra, entra.withRestApplications(new RestApplications(OTHER, null, null))))
                .containsExactly(REST_API_APPLICATION);
        assertThat(asked(entra, entra.withRestApplications(new RestApplications(null, null, OTHER))))
                .containsExactly(REST_USER_APPLICATION);
    }

    @Test
    void whatNoStepProvesReopensNothing() {
        assertThat(asked(BEFORE, BEFORE.withName("renamed"))).isEmpty();
        assertThat(asked(BEFORE, BEFORE.withEnvironment(Environment.PRODUCTION)))
                .isEmpty();
        assertThat(asked(BEFORE, BEFORE.withAdoptionQuery("state=1"))).isEmpty();
    }

    @Test
    void onlyFinishedStepsAreToldAndThoseThatDependOnThemToo() {
        SheetDesk plan = new SheetDesk(new InboundBeans().identities()).with(BEFORE);
        ReplacedAnswers answers = new ReplacedAnswers();
        answers.records = plan.desk.catalogue.records;
        Connection after = BEFORE.withEntraClientId(OTHER);

        assertThat(answers.reopened(BEFORE, after)).isEmpty();

        plan.done(ENTRA_APPLICATION, OUTBOUND_PROVIDER, COMPLETE_INTEGRATION, INSTANCE_ACCESS);
        assertThat(answers.reopened(BEFORE, after))
                .containsExactly(ENTRA_APPLICATION, OUTBOUND_PROVIDER, COMPLETE_INTEGRATION)
                .doesNotContain(TEST_CONNECTION);
        assertThat(answers.reopened(BEFORE, BEFORE)).isEmpty();
    }

    private static Iterable<StepId> asked(Connection before, Connection after) {
        return ReplacedAnswers.askedBy(new ConnectionChanged(before, after));
    }
}
