package dev.supportlink.incident.rest;

import dev.supportlink.platform.problem.InvalidInput;
import dev.supportlink.platform.text.Word;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters that say how records look in an answer; a {@code @BeanParam}. */
public class RecordOptions {

    @QueryParam("sysparm_fields")
    @Nullable
    String fields;

    @QueryParam("sysparm_display_value")
    @Nullable
    String displayValue;

    @QueryParam("sysparm_exclude_reference_link")
    @Nullable
    String excludeReferenceLink;

    @HeaderParam("X-no-response-body")
    @Nullable
    String noResponseBody;

    /** To be read before anything is stored: a wrong parameter refuses the whole request. */
    RecordForm read() {
        return new RecordForm(
                wanted(),
                display(),
                Switch.on("sysparm_exclude_reference_link", excludeReferenceLink),
                Switch.on("X-no-response-body", noResponseBody));
    }

    private Set<String> wanted() {
        return fields == null
                ? Set.of()
                : Arrays.stream(fields.split(",", -1))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toSet());
    }

    private DisplayValue display() {
        return displayValue == null || displayValue.isEmpty()
                ? DisplayValue.FALSE
                : Word.parse(DisplayValue.class, displayValue.toLowerCase(Locale.ROOT))
                        .orElseThrow(
                                () -> new InvalidInput("sysparm_display_value", "must be one of: true, false, all"));
    }
}
