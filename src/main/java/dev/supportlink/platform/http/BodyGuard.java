package dev.supportlink.platform.http;

import dev.supportlink.platform.json.JsonText;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Keeps bodies well formed and flat, and turns every way of being unreadable into one exception. */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class BodyGuard implements ReaderInterceptor {

    private static final int DEEPEST = 32;

    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        return isJson(context.getMediaType()) ? readJson(context) : readOther(context);
    }

    private static Object readJson(ReaderInterceptorContext context) throws IOException {
        byte[] body = context.getInputStream().readAllBytes();
        context.setInputStream(new ByteArrayInputStream(body));
        try {
            if (!JsonText.isModest(DEEPEST, body)) {
                throw new UnreadableBody(
                        "The body is nested deeper than " + DEEPEST + " levels, or holds a number of over 100 digits.");
            }
            return context.proceed();
        } catch (JsonException | JsonbException | ProcessingException unreadable) {
            throw new UnreadableBody("The body is not well-formed JSON, or a name stands twice in one object.");
        }
    }

    /** A form with a broken %-escape ends here. */
    private static Object readOther(ReaderInterceptorContext context) throws IOException {
        try {
            return context.proceed();
        } catch (IllegalArgumentException malformed) {
            throw new UnreadableBody("The body is not well formed for its media type.");
        }
    }

    private static boolean isJson(@Nullable MediaType type) {
        String subtype = type == null ? "" : type.getSubtype().toLowerCase(Locale.ROOT);
        return subtype.equals("json") || subtype.endsWith("+json");
    }
}
