package dev.supportlink.store;

import dev.supportlink.platform.problem.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** A place in a list ordered by time, then id, both falling; what a cursor stands for. */
public record NewestFirst(Instant time, String id) {

    public static NewestFirst read(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", -1);
            return new NewestFirst(Instant.parse(parts[0]), parts[1]);
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException wrong) {
            throw new InvalidInput("cursor", "must be a nextCursor of an earlier page");
        }
    }

    public String cursor() {
        byte[] text = (time + " " + id).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }
}
