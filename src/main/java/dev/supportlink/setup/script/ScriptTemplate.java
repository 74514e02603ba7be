package dev.supportlink.setup.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A script with gaps, each written {@code @@name@@}, that only quoted values can fill. */
final class ScriptTemplate {

    private static final Pattern GAP = Pattern.compile("@@([a-zA-Z]+)@@");

    private final String text;

    private ScriptTemplate(String text) {
        this.text = text;
    }

    /** The template in the class path's folder {@code scripts}. */
    static ScriptTemplate named(String fileName) {
        try (InputStream file = ScriptTemplate.class.getResourceAsStream("/scripts/" + fileName)) {
            return new ScriptTemplate(
                    new String(Objects.requireNonNull(file, fileName).readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Fills every gap in one pass, so that what fills one gap is never searched for another. */
    String fill(Map<String, Literal> values) {
        return GAP.matcher(text).replaceAll(gap -> java.util.regex.Matcher.quoteReplacement(value(gap, values)));
    }

    private static String value(MatchResult gap, Map<String, Literal> values) {
        Literal value = values.get(gap.group(1));
        if (value == null) {
            throw new IllegalStateException("Nothing fills the gap " + gap.group() + ".");
        }
        return value.text();
    }
}
