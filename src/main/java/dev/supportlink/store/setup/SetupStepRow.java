package dev.supportlink.store.setup;

import dev.supportlink.platform.text.Word;
import dev.supportlink.setup.StepId;
import dev.supportlink.setup.StepOutcome;
import dev.supportlink.setup.StepRecord;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.io.StringReader;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;

/** What is stored of one step of one connection. */
@Entity
@Table(name = "setup_step")
@NullUnmarked
class SetupStepRow {

    @EmbeddedId
    Key id;

    long revision;
    String outcome;
    String answers;
    String problems;

    @Column(name = "answered_at")
    Instant answeredAt;

    @Column(name = "answered_by")
    String answeredBy;

    @Column(name = "acting_as")
    String actingAs;

    void take(StepRecord record) {
        revision = record.revision();
        outcome = record.outcome().word();
        answers = record.answers().toString();
        problems = Json.createArrayBuilder(record.problems()).build().toString();
        answeredAt = record.answeredAt();
        answeredBy = record.answeredBy();
        actingAs = record.actingAs();
    }

    StepRecord toRecord() {
        return new StepRecord(
                step(),
                revision,
                Word.parse(StepOutcome.class, outcome).orElseThrow(),
                reader(answers).readObject(),
                sentences().getValuesAs(JsonString::getString),
                answeredAt,
                answeredBy,
                actingAs);
    }

    StepId step() {
        return Word.parse(StepId.class, id.step).orElseThrow();
    }

    private JsonArray sentences() {
        return reader(problems).readArray();
    }

    private static JsonReader reader(String text) {
        return Json.createReader(new StringReader(text));
    }

    /** Connection and step. */
    @Embeddable
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        @Column(name = "connection_id")
        String connectionId;

        String step;

        Key() {}

        Key(String connectionId, StepId step) {
            this.connectionId = connectionId;
            this.step = step.word();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && connectionId.equals(key.connectionId) && step.equals(key.step);
        }

        @Override
        public int hashCode() {
            return Objects.hash(connectionId, step);
        }
    }
}
