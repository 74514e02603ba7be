package dev.supportlink.store.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportlink.platform.problem.StaleRevision;
import dev.supportlink.setup.StepId;
import dev.supportlink.setup.StepOutcome;
import dev.supportlink.setup.StepRecord;
import dev.supportlink.setup.StepRepository;
import dev.supportlink.testing.StoredConnection;
import dev.supportlink.testing.TestDatabase;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoredStepsTest {

    private static final JsonObject ANSWERS = Json.createObjectBuilder()
            .add("tenantDomain", "bücher.example \"quoted\"")
            .build();

    @ParameterizedTest
    @EnumSource
    void keepsTheWholeRecord(TestDatabase database) {
        String id = StoredConnection.in(database);
        StepRecord record = record(1);
        store(database).save(id, record);

        assertThat(store(database).of(id)).containsExactlyEntriesOf(java.util.Map.of(StepId.TENANT_DOMAIN, record));
    }

    @ParameterizedTest
    @EnumSource
    void theSameRevisionIsStoredOnce(TestDatabase database) {
        String id = StoredConnection.in(database);
        store(database).save(id, record(1));
        store(database).save(id, record(2));

        assertThatThrownBy(() -> store(database).save(id, record(2))).isInstanceOf(StaleRevision.class);
        assertThatThrownBy(() -> store(database).save(StoredConnection.in(database), record(2)))
                .isInstanceOf(StaleRevision.class);
    }

    private static StepRecord record(long revision) {
        return new StepRecord(
                StepId.TENANT_DOMAIN,
                revision,
                StepOutcome.FAILED,
                ANSWERS,
                List.of("One problem.", "Another, with \"quotes\"."),
                Instant.parse("2026-11-23T10:00:00Z"),
                "someone",
                "servicenow-admin");
    }

    private static StepRepository store(TestDatabase database) {
        return database.port(StepRepository.class, entities -> {
            StoredSteps store = new StoredSteps();
            store.entities = entities;
            return store;
        });
    }
}
