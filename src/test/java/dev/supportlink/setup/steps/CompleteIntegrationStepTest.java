package dev.supportlink.setup.steps;

import static dev.supportlink.testing.SetupPath.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.InboundMode;
import dev.supportlink.connection.SetupType;
import dev.supportlink.platform.problem.FieldError;
import dev.supportlink.platform.problem.InvalidInput;
import dev.supportlink.setup.Answers;
import dev.supportlink.setup.PlanContext;
import dev.supportlink.setup.StepChange;
import dev.supportlink.setup.StepOutcome;
import dev.supportlink.testing.Connections;
import dev.supportlink.testing.TurnableClock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompleteIntegrationStepTest {

    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");

    private final CompleteIntegrationStep step = new CompleteIntegrationStep();

    CompleteIntegrationStepTest() {
        step.clock = new TurnableClock(NOW);
    }

    @Test
    void enteringItInTheAdminCenterConfirmsTheSheet() {
        StepChange change = answer("{'enteredInAdminCenter':true}");

        assertThat(change.outcome()).isEqualTo(StepOutcome.DONE);
        assertThat(change.connection().apply(Connections.basic()).sheetConfirmedAt())
                .isEqualTo(NOW);
    }

    @Test
    void whoReceivedTheSheetIsKept() {
        StepChange change = answer("{'handedOnTo':'  Contoso service desk '}");

        assertThat(change.kept().getString("handedOnTo")).contains("Contoso service desk");
        assertThat(change.connection().apply(Connections.basic()).sheetConfirmedAt())
                .isEqualTo(NOW);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                  | enteredInAdminCenter | handedOnTo
                    {'enteredInAdminCenter':false}                      | enteredInAdminCenter | handedOnTo
                    {'enteredInAdminCenter':true,'handedOnTo':'a desk'} | enteredInAdminCenter | either
                    {'enteredInAdminCenter':'yes'}                      | enteredInAdminCenter | true or false
                    {'handedOnTo':''}                                   | enteredInAdminCenter | handedOnTo
                    {'handedOnTo':7}                                    | handedOnTo           | who received
                    {'handedOnTo':['a','b']}                            | handedOnTo           | who received
                    {'handedOnTo':'two\\nlines'}                        | handedOnTo           | one line
                    {'receivedBy':'a desk'}                             | receivedBy           | is not asked for
                    """)
    void wrongAnswersAreNamed(String answers, String field, String part) {
        assertThatThrownBy(() -> answer(answers))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        wrong -> assertThat(wrong.errors())
                                .filteredOn(error -> error.field().equals(field))
                                .extracting(FieldError::message)
                                .anySatisfy(message -> assertThat(message).contains(part)));
    }

    @Test
    void aNameLongerThanALineIsRefused() {
        assertThatThrownBy(() -> answer("{'handedOnTo':'" + "n".repeat(201) + "'}"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("handedOnTo");
    }

    @Test
    void instructionsUseThePortalsLabelsForEachPlan() {
        Connection basic = Connections.basic();

        assertThat(text(basic))
                .contains("Basic Auth", "Refresh token expiry", "Rest user password", "is made when you ask")
                .contains(
                        "Organization profiles",
                        "Application ID to issue Auth Token",
                        "Microsoft closed its own caller");
        assertThat(text(basic.withSetup(SetupType.BASIC, InboundMode.DIRECT)))
                .contains("Basic Auth", "entered anew")
                .doesNotContain("is made when you ask");
        assertThat(text(basic.withSetup(SetupType.ENTRA, InboundMode.GATEWAY)))
                .contains("AAD Auth", "REST API application", "REST user application", "no refresh token expiry")
                .doesNotContain("Basic Auth");
        assertThat(text(basic.withSetup(SetupType.INSIGHTS_ONLY, InboundMode.GATEWAY)))
                .contains("AAD Auth", "ignored", "no client secret")
                .doesNotContain("Ask for the client secret");
    }

    private String text(Connection connection) {
        return String.join("\n", step.instructions(new PlanContext(connection, Map.of())));
    }

    private StepChange answer(String answers) {
        return step.answer(new PlanContext(Connections.basic(), Map.of()), new Answers(json(answers)), "tenant-admin");
    }
}
