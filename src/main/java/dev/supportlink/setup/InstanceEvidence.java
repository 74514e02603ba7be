package dev.supportlink.setup;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Instance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Takes what an administrator's read-only script printed at the instance. */
@ApplicationScoped
public class InstanceEvidence {

    @Inject
    InstanceFindingsRepository kept;

    @Inject
    Clock clock;

    /** What was pasted; where it is not what the script prints, the answers hold what is wrong with it. */
    public Optional<InstanceFindings> read(Connection connection, JsonValue pasted, Answers answers) {
        Instance instance = connection.instance();
        if (instance == null || instance.userName() == null || !(pasted instanceof JsonString text)) {
            answers.wrong("scriptOutput", "must be the line that the script printed, as a text");
            return Optional.empty();
        }
        try {
            return Optional.of(new FindingsReader(connection.id())
                    .pasted(text.getString(), instance.userName(), instance.clientId(), clock.instant()));
        } catch (WrongFindings wrong) {
            answers.wrong("scriptOutput", wrong.text());
            return Optional.empty();
        }
    }

    /** Keeps it before the checks run, which count it. */
    public void keep(Connection connection, InstanceFindings findings, String actor) {
        kept.save(connection, findings, actor);
    }

    /** From when the findings are that checks may count. */
    public Optional<Instant> foundAt(Connection connection) {
        return kept.of(connection).map(InstanceFindings::foundAt);
    }
}
