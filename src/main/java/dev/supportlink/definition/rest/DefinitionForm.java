package dev.supportlink.definition.rest;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Environment;
import dev.supportlink.connection.InboundMode;
import dev.supportlink.connection.NewConnection;
import dev.supportlink.connection.SetupType;
import dev.supportlink.connection.rest.ConnectionForm;
import dev.supportlink.definition.Definition;
import dev.supportlink.definition.WantedDefinition;
import dev.supportlink.inbound.ClientTerms;
import dev.supportlink.inbound.rest.InboundClientForm;
import dev.supportlink.platform.problem.FieldError;
import dev.supportlink.platform.problem.InvalidInput;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads a definition's document, whole or in part, and names everything that is wrong with it at once, by path. */
final class DefinitionForm implements WantedDefinition {

    private static final String VERSION = "formatVersion";
    private static final String VERSION_FORM = "must be " + Definition.FORMAT_VERSION + ", the one this server reads";
    private static final String TERMS = "inboundClient";
    private static final List<String> OWN_FIELDS =
            List.of(VERSION, "entraClientId", "instanceCredential", "restApplications", TERMS);
    private static final List<String> FIELDS = Stream.concat(
                    OWN_FIELDS.stream(), ConnectionForm.FIELDS.stream().sorted())
            .toList();

    /** Stands in for a connection whose own fields are wrong, so that the others are looked at, too. */
    private static final Connection UNREADABLE = new NewConnection(
                    "",
                    "",
                    URI.create("https://unknown.invalid"),
                    null,
                    SetupType.ENTRA,
                    Environment.TEST,
                    InboundMode.GATEWAY,
                    null)
            .toConnection("", Instant.EPOCH);

    private final JsonObject document;
    private final boolean sandbox;

    /** Throws InvalidInput for a document of another version, of which nothing else can be said. */
    DefinitionForm(JsonObject document, boolean sandbox) {
        this.document = document;
        this.sandbox = sandbox;
        requireVersion(document.get(VERSION));
    }

    @Override
    public String name() {
        return document.get("name") instanceof JsonString name ? name.getString() : "";
    }

    @Override
    public Definition toNew(String id, Instant createdAt) {
        return read(form -> form.toNewConnection().toConnection(id, createdAt), ClientTerms.DEFAULT);
    }

    @Override
    public Definition onto(Definition present) {
        return read(form -> form.applyTo(present.connection()), present.terms());
    }

    private Definition read(Function<ConnectionForm, Connection> base, ClientTerms presentTerms) {
        List<FieldError> errors = new ArrayList<>();
        Members members = new Members(document, "", errors).only(FIELDS);
        Optional<Connection> connection = gathered(errors, () -> base.apply(new ConnectionForm(ownFields(), sandbox)));
        Connection whole = new CredentialNames(members).onto(connection.orElse(UNREADABLE));
        ClientTerms terms = terms(members, connection, presentTerms, errors);
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors.stream().distinct().toList());
        }
        return new Definition(whole, terms);
    }

    /** The fields that a request for a connection has, too. */
    private JsonObject ownFields() {
        JsonObjectBuilder fields = Json.createObjectBuilder();
        document.forEach((name, value) -> {
            if (ConnectionForm.FIELDS.contains(name)) {
                fields.add(name, value);
            }
        });
        return fields.build();
    }

    private static ClientTerms terms(
            Members members, Optional<Connection> connection, ClientTerms present, List<FieldError> errors) {
        Members wanted = members.inner(TERMS);
        if (wanted.isEmpty()) {
            return present;
        }
        if (connection
                .filter(found -> !new Definition(found, present).hasTerms())
                .isPresent()) {
            members.wrong(
                    TERMS, "belongs to connections with setupType basic and inboundMode gateway only; leave it out");
        }
        List<FieldError> inner = new ArrayList<>();
        Optional<ClientTerms> terms = gathered(inner, () -> new InboundClientForm(wanted.given()).applyTo(present));
        inner.forEach(error -> errors.add(new FieldError(TERMS + "." + error.field(), error.message())));
        return terms.orElse(present);
    }

    private static <T> Optional<T> gathered(List<FieldError> errors, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (InvalidInput wrong) {
            errors.addAll(wrong.errors());
            return Optional.empty();
        }
    }

    private static void requireVersion(@org.jspecify.annotations.Nullable JsonValue given) {
        if (given == null) {
            throw new InvalidInput(VERSION, "is missing; " + VERSION_FORM);
        }
        boolean known = given instanceof JsonNumber number
                && number.isIntegral()
                && number.bigIntegerValue().bitLength() < Integer.SIZE
                && number.intValue() == Definition.FORMAT_VERSION;
        if (!known) {
            throw new InvalidInput(VERSION, VERSION_FORM);
        }
    }
}
