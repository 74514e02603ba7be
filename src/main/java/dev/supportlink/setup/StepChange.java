package dev.supportlink.setup;

import dev.supportlink.connection.Connection;
import dev.supportlink.secret.Secret;
import dev.supportlink.secret.SecretKind;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What an accepted answer stores.
 *
 * @param kept the answer without secrets
 * @param connection applied to the connection as it is when the answer is stored
 * @param afterwards runs in the same transaction, with the changed connection
 */
public record StepChange(
        StepOutcome outcome,
        JsonObject kept,
        List<String> problems,
        UnaryOperator<Connection> connection,
        List<NewSecret> secrets,
        Consumer<Connection> afterwards) {

    /** A secret to seal for a target. */
    public record NewSecret(
            SecretKind kind,
            String target,
            Secret secret,
            @Nullable Instant expiresAt) {}

    public static StepChange done(JsonObject kept) {
        return new StepChange(StepOutcome.DONE, kept, List.of(), UnaryOperator.identity(), List.of(), connection -> {});
    }

    public static StepChange failed(JsonObject kept, List<String> problems) {
        return new StepChange(
                StepOutcome.FAILED, kept, problems, UnaryOperator.identity(), List.of(), connection -> {});
    }

    public StepChange changing(UnaryOperator<Connection> change) {
        return new StepChange(outcome, kept, problems, change, secrets, afterwards);
    }

    /** The same change, looked at when it is applied: {@code check} is given the connection before and after, and throws. */
    StepChange checked(BiConsumer<Connection, Connection> check) {
        return changing(before -> {
            Connection after = connection.apply(before);
            check.accept(before, after);
            return after;
        });
    }

    public StepChange storing(SecretKind kind, String target, Secret secret, @Nullable Instant expiresAt) {
        List<NewSecret> more = new ArrayList<>(secrets);
        more.add(new NewSecret(kind, target, secret, expiresAt));
        return new StepChange(outcome, kept, problems, connection, more, afterwards);
    }

    public StepChange then(Consumer<Connection> action) {
        return new StepChange(outcome, kept, problems, connection, secrets, afterwards.andThen(action));
    }
}
