package dev.supportlink.definition;

import dev.supportlink.connection.Connection;
import dev.supportlink.setup.StepId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import did, or would do.
 *
 * @param changes field by field, in the document's order
 * @param reopens the finished steps of the plan that are open again
 * @param connection as it is stored; null where an import would create it
 */
public record ImportReport(
        ImportOutcome outcome,
        List<FieldChange> changes,
        List<StepId> reopens,
        @Nullable Connection connection) {

    public ImportReport {
        changes = List.copyOf(changes);
        reopens = List.copyOf(reopens);
    }
}
