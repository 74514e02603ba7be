package dev.supportlink.incident.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.InboundMode;
import dev.supportlink.connection.SetupType;
import dev.supportlink.testing.Connections;
import dev.supportlink.verification.BundledReasons;
import dev.supportlink.verification.CheckRun;
import dev.supportlink.verification.Outcome;
import dev.supportlink.verification.Outcome.Verdict;
import dev.supportlink.verification.Trigger;
import java.lang.reflect.Proxy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveriesCheckTest {

    @ParameterizedTest
    @CsvSource({
        "BASIC, GATEWAY, 0, PASSED,",
        "ENTRA, GATEWAY, 0, PASSED,",
        "BASIC, GATEWAY, 1, FAILED, deliveries-stuck",
        "BASIC, DIRECT, 0, SKIPPED, callers-go-to-instance",
        "ENTRA, DIRECT, 0, SKIPPED, callers-go-to-instance",
        "BASIC, DIRECT, 1, FAILED, deliveries-stuck",
        "INSIGHTS_ONLY, GATEWAY, 0, SKIPPED, insights-only",
        "INSIGHTS_ONLY, DIRECT, 0, SKIPPED, insights-only",
        "INSIGHTS_ONLY, GATEWAY, 1, FAILED, deliveries-stuck",
    })
    void deliveriesOfEarlierDaysAreLookedAtInEverySetUp(
            SetupType type, InboundMode mode, long failed, Verdict verdict, String reason) {
        DeliveriesCheck check = new DeliveriesCheck();
        check.reasons = new BundledReasons();
        check.queue = counting(failed);
        Connection connection = Connections.basic().withSetup(type, mode);

        Outcome outcome = check.run(new CheckRun("v", connection, Trigger.SCHEDULE));

        assertThat(outcome.verdict()).isEqualTo(verdict);
        assertThat(outcome.reason()).isEqualTo(reason);
    }

    private static DeliveryQueue counting(long failed) {
        return (DeliveryQueue) Proxy.newProxyInstance(
                DeliveryQueue.class.getClassLoader(),
                new Class<?>[] {DeliveryQueue.class},
                (proxy, method, arguments) -> arguments[1] == DeliveryState.FAILED ? failed : 0L);
    }
}
