package dev.supportlink.definition.rest;

import dev.supportlink.connection.rest.ConnectionView;
import dev.supportlink.definition.FieldChange;
import dev.supportlink.definition.ImportReport;
import dev.supportlink.setup.StepId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an import did, or would do, as the admin API tells it. */
public record ImportView(
        boolean dryRun,
        String outcome,
        List<FieldChange> changes,
        List<String> reopens,
        @Nullable ConnectionView connection) {

    static ImportView ofDryRun(ImportReport report) {
        return of(report, true);
    }

    static ImportView of(ImportReport report) {
        return of(report, false);
    }

    private static ImportView of(ImportReport report, boolean dryRun) {
        return new ImportView(
                dryRun,
                report.outcome().word(),
                report.changes(),
                report.reopens().stream().map(StepId::word).toList(),
                Optional.ofNullable(report.connection()).map(ConnectionView::of).orElse(null));
    }
}
