package dev.supportlink.connection.rest;

import dev.supportlink.connection.Cloud;
import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Environment;
import dev.supportlink.connection.InboundMode;
import dev.supportlink.connection.Instance;
import dev.supportlink.connection.InstanceUrl;
import dev.supportlink.connection.NewConnection;
import dev.supportlink.connection.SetupType;
import dev.supportlink.connection.Tenant;
import dev.supportlink.connection.TenantDomain;
import dev.supportlink.incident.query.AdoptionQuery;
import dev.supportlink.platform.problem.FieldError;
import dev.supportlink.platform.problem.InvalidInput;
import dev.supportlink.platform.text.Word;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a connection's definition from JSON, whole or in part, and names everything that is wrong with it at once. */
public final class ConnectionForm {

    /** The names of all fields. */
    public static final Set<String> FIELDS = Set.of(
            "name", "tenantDomain", "instanceUrl", "cloud", "setupType", "environment", "inboundMode", "adoptionQuery");

    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{Nd}._-]([\\p{L}\\p{Nd} ._-]{0,98}[\\p{L}\\p{Nd}._-])?");
    private static final String NAME_FORM =
            "must be 1 to 100 letters, digits, spaces or ._- and must not begin or end with a space";

    private final JsonObject given;
    private final boolean sandbox;
    private final List<FieldError> errors = new ArrayList<>();

    public ConnectionForm(JsonObject given, boolean sandbox) {
        this.given = given;
        this.sandbox = sandbox;
        given.keySet().stream()
                .filter(field -> !FIELDS.contains(field))
                .sorted()
                .forEach(field -> wrong(
                        field,
                        "is not a field of a connection that can be set; those are "
                                + String.join(", ", FIELDS.stream().sorted().toList())));
    }

    public NewConnection toNewConnection() {
        String name = required("name", NAME_FORM, ConnectionForm::name);
        String domain = required("tenantDomain", TenantDomain.FORM, TenantDomain::parse, TenantDomain::problem);
        URI url = url().orElse(null);
        Cloud cloud = word("cloud", Cloud.class).orElse(null);
        Environment environment =
                word("environment", Environment.class).orElse(url == null ? Environment.TEST : Environment.PRODUCTION);
        SetupType setupType = word("setupType", SetupType.class).orElse(SetupType.BASIC);
        InboundMode inboundMode = word("inboundMode", InboundMode.class).orElse(InboundMode.GATEWAY);
        String adoptionQuery = adoptionQuery(null);
        refuseWithoutInstance(url, environment, inboundMode);
        finish();
        return new NewConnection(name, domain, url, cloud, setupType, environment, inboundMode, adoptionQuery);
    }

    /** The connection with every field that was given replaced; {@code instanceUrl} and {@code cloud} may be null. */
    public Connection applyTo(Connection connection) {
        Connection changed = connection
                .withName(optional("name", NAME_FORM, ConnectionForm::name).orElse(connection.name()))
                .withTenant(tenant(connection.tenant()))
                .withInstance(instance(connection.instance()))
                .withEnvironment(word("environment", Environment.class).orElse(connection.environment()))
                .withSetup(
                        word("setupType", SetupType.class).orElse(connection.setupType()),
                        word("inboundMode", InboundMode.class).orElse(connection.inboundMode()))
                .withAdoptionQuery(adoptionQuery(connection.adoptionQuery()));
        Instance instance = changed.instance();
        refuseWithoutInstance(instance == null ? null : instance.url(), changed.environment(), changed.inboundMode());
        refuseNull("name", "tenantDomain", "environment", "setupType", "inboundMode");
        finish();
        return changed;
    }

    /** Another domain or cloud is another tenant until it is resolved. */
    private Tenant tenant(Tenant before) {
        String domain = optional("tenantDomain", TenantDomain::parse, TenantDomain::problem)
                .orElse(before.domain());
        boolean sameDomain = domain.equals(before.domain());
        Cloud cloud = given.containsKey("cloud")
                ? word("cloud", Cloud.class).orElse(null)
                : sameDomain ? before.cloud() : null;
        boolean same = sameDomain && cloud == before.cloud();
        return same ? before : new Tenant(domain, null, cloud);
    }

    private @Nullable Instance instance(@Nullable Instance before) {
        if (!given.containsKey("instanceUrl")) {
            return before;
        }
        URI url = url().orElse(null);
        if (url == null) {
            return null;
        }
        return before != null && before.url().equals(url) ? before : new Instance(url);
    }

    private @Nullable String adoptionQuery(@Nullable String before) {
        if (!given.containsKey("adoptionQuery")) {
            return before;
        }
        String text =
                optional("adoptionQuery", AdoptionQuery.FORM, Optional::of).orElse(null);
        if (text != null) {
            AdoptionQuery.problemOf(text).ifPresent(problem -> wrong("adoptionQuery", problem));
        }
        return text;
    }

    private void refuseWithoutInstance(@Nullable URI url, Environment environment, InboundMode inboundMode) {
        if (url == null && environment == Environment.PRODUCTION) {
            wrong("environment", "must be test without an instance; give instanceUrl for production");
        }
        if (url == null && inboundMode == InboundMode.DIRECT) {
            wrong("inboundMode", "must be gateway without an instance; give instanceUrl for direct");
        }
    }

    private void refuseNull(String... fields) {
        for (String field : fields) {
            if (given.containsKey(field) && given.isNull(field)) {
                wrong(field, "must not be null; leave it out to keep it");
            }
        }
    }

    private String required(String field, String form, Function<String, Optional<String>> parser) {
        return required(field, form, parser, text -> form);
    }

    private String required(
            String field, String form, Function<String, Optional<String>> parser, Function<String, String> problem) {
        if (!given.containsKey(field) || given.isNull(field)) {
            wrong(field, "is missing; " + form);
            return "";
        }
        return optional(field, parser, problem).orElse("");
    }

    private <T> Optional<T> optional(String field, String form, Function<String, Optional<T>> parser) {
        return optional(field, parser, text -> form);
    }

    private <T> Optional<T> optional(
            String field, Function<String, Optional<T>> parser, Function<String, String> problem) {
        JsonValue value = given.get(field);
        if (value == null || value.getValueType() == JsonValue.ValueType.NULL) {
            return Optional.empty();
        }
        Optional<T> parsed = value instanceof JsonString text ? parser.apply(text.getString()) : Optional.empty();
        if (parsed.isEmpty()) {
            wrong(field, problem.apply(value instanceof JsonString text ? text.getString() : ""));
        }
        return parsed;
    }

    private <E extends Enum<E> & Word> Optional<E> word(String field, Class<E> type) {
        return optional(field, "must be one of " + Word.choices(type), text -> Word.parse(type, text));
    }

    private Optional<URI> url() {
        return optional(
                "instanceUrl", text -> InstanceUrl.parse(text, sandbox), text -> InstanceUrl.problem(text, sandbox));
    }

    private static Optional<String> name(String text) {
        return NAME.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }

    private void wrong(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    private void finish() {
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors.stream().distinct().toList());
        }
    }
}
