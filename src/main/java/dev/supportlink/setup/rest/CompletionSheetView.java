package dev.supportlink.setup.rest;

import dev.supportlink.setup.CompletionSheet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The completion sheet as the admin API shows it: the fields in the guide's order, and flat. */
public record CompletionSheetView(
        List<CompletionSheet.Field> fields,
        @Nullable String outboundAppId,
        String repositoryId,
        String endpoint,
        String authenticationType,
        @Nullable String clientId,
        @Nullable Long refreshTokenExpiry,
        @Nullable String restUsername) {

    static CompletionSheetView of(CompletionSheet sheet) {
        return new CompletionSheetView(
                sheet.fields(),
                sheet.outboundAppId(),
                sheet.repositoryId(),
                sheet.endpoint(),
                sheet.authenticationType(),
                sheet.clientId(),
                sheet.refreshTokenExpiry(),
                sheet.restUsername());
    }
}
