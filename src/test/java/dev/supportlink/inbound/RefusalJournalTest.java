package dev.supportlink.inbound;

import static dev.supportlink.inbound.InboundBeans.CONNECTION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalJournalTest {

    private final InboundBeans beans = new InboundBeans();

    @Test
    void firstIsToldAtOnceAndTheRestByNumber() {
        refuse(RefusalReason.WRONG_PASSWORD, "203.0.113.7", 1000);
        assertThat(counts()).containsExactly("1");

        beans.scheduler.timePasses();
        assertThat(counts()).containsExactly("1", "999");
    }

    @Test
    void quietKindIsForgottenAndToldAtOnceNextTime() {
        refuse(RefusalReason.WRONG_PASSWORD, "203.0.113.7", 1);
        beans.scheduler.timePasses();
        assertThat(beans.scheduler.waiting()).isZero();

        refuse(RefusalReason.WRONG_PASSWORD, "203.0.113.7", 1);
        assertThat(counts()).containsExactly("1", "1");
    }

    @Test
    void lastingGuessingGivesOneLineAMinute() {
        for (int minute = 0; minute < 10; minute++) {
            refuse(RefusalReason.WRONG_PASSWORD, "203.0.113.7", 100);
            beans.scheduler.timePasses();
        }

        assertThat(counts()).hasSize(11);
        assertThat(counts().stream().mapToInt(Integer::parseInt).sum()).isEqualTo(1000);
    }

    @Test
    void manyAddressesAreToldTogether() {
        for (int number = 0; number < 5000; number++) {
            refuse(RefusalReason.UNKNOWN_CLIENT, "10.0." + number / 256 + "." + number % 256, 1);
        }
        beans.scheduler.timePasses();

        assertThat(beans.audit).hasSizeLessThan(RefusalJournal.MOST_KINDS + 5);
        assertThat(counts().stream().mapToInt(Integer::parseInt).sum()).isEqualTo(5000);
    }

    @Test
    void brokenAuditTrailRefusesNobodyElse() {
        beans.journal.audit = (actor, action, connection, detail) -> {
            throw new IllegalStateException("no database");
        };

        refuse(RefusalReason.WRONG_PASSWORD, "203.0.113.7", 3);

        assertThat(beans.audit).isEmpty();
    }

    private void refuse(RefusalReason reason, String address, int times) {
        for (int number = 0; number < times; number++) {
            beans.journal.record(reason, CONNECTION, address);
        }
    }

    private List<String> counts() {
        return beans.audit.stream().map(line -> line.detail().get("count")).toList();
    }
}
