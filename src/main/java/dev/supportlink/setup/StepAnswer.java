package dev.supportlink.setup;

import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * An answer as a person gave it.
 *
 * @param actingAs the admin role that an operator acts in
 * @param skip leaves an optional step out
 */
public record StepAnswer(JsonObject answers, @Nullable String actingAs, boolean skip) {}
