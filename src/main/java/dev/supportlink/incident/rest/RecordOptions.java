package dev.supportlink.incident.rest;

import dev.supportlink.platform.problem.InvalidInput;
import dev.supportlink.platform.text.Word;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
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

    /** The fields that are wanted; empty for all. */
    Set<String> wanted() {
        Set<String> wanted = new LinkedHashSet<>();
        if (fields != null) {
            Arrays.stream(fields.split(",", -1))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .forEach(wanted::add);
        }
        return wanted;
    }

    DisplayValue display() {
        return displayValue == null || displayValue.isEmpty()
                ? DisplayValue.FALSE
                : Word.parse(DisplayValue.class, displayValue)
                        .orElseThrow(
                                () -> new InvalidInput("sysparm_display_value", "must be one of: true, false, all"));
    }

    boolean linksExcluded() {
        return Switch.on("sysparm_exclude_reference_link", excludeReferenceLink);
    }

    boolean bodyUnwanted() {
        return Switch.on("X-no-response-body", noResponseBody);
    }
}
