package dev.supportlink.definition.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.connection.Cloud;
import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Environment;
import dev.supportlink.connection.InboundMode;
import dev.supportlink.connection.Instance;
import dev.supportlink.connection.NewConnection;
import dev.supportlink.connection.RestApplications;
import dev.supportlink.connection.SetupType;
import dev.supportlink.connection.Tenant;
import dev.supportlink.definition.Definition;
import dev.supportlink.definition.DefinitionBeans;
import dev.supportlink.definition.FieldChange;
import dev.supportlink.definition.ImportOutcome;
import dev.supportlink.definition.ImportReport;
import dev.supportlink.inbound.ClientTerms;
import dev.supportlink.platform.text.Ids;
import dev.supportlink.testing.Connections;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What holds for every definition, however it came about. */
class DefinitionPropertyTest {

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void anExportedDocumentMakesTheSameConnectionElsewhere(@ForAll("definitions") Definition definition) {
        JsonObject document = exported(definition);
        DefinitionBeans empty = new DefinitionBeans();

        ImportReport report = empty.desk().take(form(document), "operator");

        String id = connection(report).id();
        assertThat(report.outcome()).isEqualTo(ImportOutcome.CREATED);
        assertThat(id).isNotEqualTo(definition.connection().id());
        assertThat(empty.desk().export(id).document()).isEqualTo(document);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void importingADocumentAgainChangesNothing(@ForAll("definitions") Definition definition) {
        JsonObject document = exported(definition);
        DefinitionBeans server = new DefinitionBeans();
        ImportReport first = server.desk().take(form(document), "operator");
        List<String> audited = server.audited();

        ImportReport second = server.desk().take(form(document), "operator");

        assertThat(second.outcome()).isEqualTo(ImportOutcome.UNCHANGED);
        assertThat(second.changes()).isEmpty();
        assertThat(second.connection()).isEqualTo(first.connection());
        assertThat(server.audited()).isEqualTo(audited);
    }

    /** Fields that the second document does not have stay: it takes nothing away unless it says so. */
    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void adoptsAnotherDocumentFieldByField(
            @ForAll("definitions") Definition one, @ForAll("definitions") Definition other) {
        DefinitionBeans server = new DefinitionBeans();
        String id =
                connection(server.desk().take(form(exported(one)), "operator")).id();
        JsonObject before = server.desk().export(id).document();
        Connection renamed = other.connection().withName(one.connection().name().toUpperCase(Locale.ROOT));
        DefinitionForm wanted = form(exported(new Definition(renamed, other.terms())));

        ImportReport told = server.desk().preview(wanted);
        assertThat(server.desk().export(id).document()).isEqualTo(before);
        ImportReport done = server.desk().take(wanted, "operator");

        Map<String, JsonValue> after = flat(server.desk().export(id).document());
        assertThat(done.changes()).isEqualTo(told.changes());
        assertThat(after).containsAllEntriesOf(flat(exported(new Definition(renamed, other.terms()))));
        assertThat(done.changes()).containsExactlyInAnyOrderElementsOf(differences(flat(before), after));
        assertThat(server.desk().preview(wanted).changes()).isEmpty();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void aDryRunOnAnEmptyServerStoresNothing(@ForAll("definitions") Definition definition) {
        DefinitionBeans server = new DefinitionBeans();

        ImportReport report = server.desk().preview(form(exported(definition)));

        assertThat(report.outcome()).isEqualTo(ImportOutcome.CREATED);
        assertThat(report.changes()).extracting(FieldChange::field).contains("name", "tenantDomain", "environment");
        assertThat(server.connections().findNamed(definition.connection().name()))
                .isEmpty();
        assertThat(server.audited()).isEmpty();
    }

    @Provide
    static Arbitrary<Definition> definitions() {
        return Combinators.combine(connections(), setups(), names(), guids().injectNull(0.4), applications(), terms())
                .as((connection, setup, name, clientId, applications, terms) -> {
                    InboundMode mode = connection.instance() == null ? InboundMode.GATEWAY : setup.mode();
                    Connection whole = connection
                            .withSetup(setup.type(), mode)
                            .withInstance(connection.instance())
                            .withName(name)
                            .withEntraClientId(clientId)
                            .withRestApplications(
                                    setup.type() == SetupType.ENTRA ? applications : RestApplications.NONE);
                    Definition definition = new Definition(whole, terms);
                    return definition.hasTerms() ? definition : new Definition(whole, ClientTerms.DEFAULT);
                });
    }

    /** Set-up type and inbound mode. */
    private record Setup(SetupType type, InboundMode mode) {}

    private static Arbitrary<Setup> setups() {
        return Combinators.combine(Arbitraries.of(SetupType.class), Arbitraries.of(InboundMode.class))
                .as(Setup::new);
    }

    private static Arbitrary<Connection> connections() {
        return Combinators.combine(
                        domains(),
                        Arbitraries.of(Cloud.class).injectNull(0.3),
                        instances().injectNull(0.3),
                        Arbitraries.of(Environment.class),
                        Arbitraries.of("state=1", "active=true^category=inquiry", "short_descriptionLIKEß \"quoted\"")
                                .injectNull(0.5))
                .as((domain, cloud, instance, environment, adoption) -> begun(domain, cloud)
                        .withInstance(instance)
                        .withEnvironment(instance == null ? Environment.TEST : environment)
                        .withAdoptionQuery(adoption));
    }

    private static Connection begun(String domain, @Nullable Cloud cloud) {
        return new NewConnection(
                        "begun", domain, null, null, SetupType.BASIC, Environment.TEST, InboundMode.GATEWAY, null)
                .toConnection(Ids.next(), Connections.basic().createdAt())
                .withTenant(new Tenant(domain, null, cloud));
    }

    private static Arbitrary<String> names() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .withChars("0123456789._-")
                .ofMinLength(1)
                .ofMaxLength(100);
    }

    private static Arbitrary<String> domains() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .ofMinLength(1)
                .ofMaxLength(20)
                .map(label -> label + ".onmicrosoft.com");
    }

    private static Arbitrary<Instance> instances() {
        Arbitrary<String> words = Arbitraries.strings()
                .withCharRange('!', '~')
                .ofMinLength(1)
                .ofMaxLength(60)
                .injectNull(0.3);
        return Combinators.combine(Arbitraries.integers().between(1, 99), words, words, Arbitraries.of(true, false))
                .as((host, clientId, userName, isNew) -> new Instance(
                        URI.create("https://host" + host + ".service-now.com"),
                        clientId,
                        userName,
                        userName != null && isNew));
    }

    private static Arbitrary<String> guids() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
                .as((high, low) -> new UUID(high, low).toString());
    }

    private static Arbitrary<RestApplications> applications() {
        return Combinators.combine(
                        guids().injectNull(0.3),
                        guids().map(id -> "api://" + id).injectNull(0.5),
                        guids().injectNull(0.3))
                .as(RestApplications::new);
    }

    private static Arbitrary<ClientTerms> terms() {
        return Combinators.combine(
                        Arbitraries.integers().between(60, 86_400),
                        Arbitraries.integers().between(86_400, 31_536_000),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as((access, refresh, rotation, client) ->
                        new ClientTerms(Duration.ofSeconds(access), Duration.ofSeconds(refresh), rotation, client));
    }

    private static JsonObject exported(Definition definition) {
        DefinitionBeans server = new DefinitionBeans();
        server.add(definition.connection(), definition.terms());
        return server.desk().export(definition.connection().id()).document();
    }

    private static DefinitionForm form(JsonObject document) {
        return new DefinitionForm(document, false);
    }

    private static Connection connection(ImportReport report) {
        return Objects.requireNonNull(report.connection());
    }

    private static List<FieldChange> differences(Map<String, JsonValue> before, Map<String, JsonValue> after) {
        return Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .map(field -> new FieldChange(
                        field, before.getOrDefault(field, JsonValue.NULL), after.getOrDefault(field, JsonValue.NULL)))
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }

    /** Every field by its path. */
    private static Map<String, JsonValue> flat(JsonObject document) {
        Map<String, JsonValue> fields = new HashMap<>();
        document.forEach((name, value) -> {
            if (value instanceof JsonObject inner) {
                inner.forEach((member, memberValue) -> fields.put(name + "." + member, memberValue));
            } else {
                fields.put(name, value);
            }
        });
        return fields;
    }
}
