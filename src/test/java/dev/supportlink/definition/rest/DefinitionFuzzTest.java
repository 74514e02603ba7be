package dev.supportlink.definition.rest;

import static dev.supportlink.testing.SetupPath.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.definition.Definition;
import dev.supportlink.definition.DefinitionBeans;
import dev.supportlink.inbound.ClientTerms;
import dev.supportlink.platform.problem.InvalidInput;
import dev.supportlink.testing.Connections;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in a document, it is taken or refused with the fields that are wrong; nothing in between. */
class DefinitionFuzzTest {

    private static final JsonObject WHOLE = json("{'formatVersion':1,'name':'contoso','tenantDomain':'contoso.com',"
            + "'cloud':'global','instanceUrl':'https://contoso.service-now.com','setupType':'entra',"
            + "'environment':'test','inboundMode':'gateway','adoptionQuery':'state=1',"
            + "'entraClientId':'aaaaaaaa-2222-3333-4444-555555555555',"
            + "'instanceCredential':{'clientId':'abc','userName':'supportlink','userIsNew':true},"
            + "'restApplications':{'apiClientId':'aaaaaaaa-2222-3333-4444-555555555555','identifierUri':'api://x',"
            + "'userClientId':'bbbbbbbb-2222-3333-4444-555555555555'}}");
    private static final List<String> FIELDS = List.of(
            "formatVersion",
            "name",
            "tenantDomain",
            "cloud",
            "instanceUrl",
            "setupType",
            "environment",
            "inboundMode",
            "adoptionQuery",
            "entraClientId",
            "instanceCredential",
            "instanceCredential.clientId",
            "instanceCredential.userName",
            "instanceCredential.userIsNew",
            "restApplications",
            "restApplications.apiClientId",
            "restApplications.identifierUri",
            "restApplications.userClientId",
            "inboundClient",
            "inboundClient.accessTokenLifespan",
            "inboundClient.refreshTokenLifespan",
            "inboundClient.refreshTokenRotation",
            "inboundClient.clientCredentials",
            "somethingElse");

    private final DefinitionBeans server = new DefinitionBeans();

    @Property(tries = 3000)
    void aDocumentIsTakenOrItsFieldsAreNamed(
            @ForAll("fields") String one,
            @ForAll("values") JsonValue first,
            @ForAll("fields") String other,
            @ForAll("values") JsonValue second) {
        JsonObject document = with(with(WHOLE, one, first), other, second);

        Optional<InvalidInput> refused = take(document);

        refused.ifPresent(wrong -> assertThat(wrong.errors()).isNotEmpty().allSatisfy(error -> {
            assertThat(error.field()).isNotEmpty();
            assertThat(error.message()).isNotEmpty();
        }));
    }

    private Optional<InvalidInput> take(JsonObject document) {
        try {
            Definition present = new Definition(Connections.basic(), ClientTerms.DEFAULT);
            DefinitionForm form = new DefinitionForm(document, false);
            form.onto(present);
            server.desk().take(form, "operator");
            return Optional.empty();
        } catch (InvalidInput wrong) {
            return Optional.of(wrong);
        }
    }

    private static JsonObject with(JsonObject document, String field, JsonValue value) {
        int dot = field.indexOf('.');
        if (dot < 0) {
            return Json.createObjectBuilder(document).add(field, value).build();
        }
        String outer = field.substring(0, dot);
        JsonValue inner = document.getOrDefault(outer, JsonValue.EMPTY_JSON_OBJECT);
        JsonObject object = inner instanceof JsonObject known ? known : JsonValue.EMPTY_JSON_OBJECT;
        return Json.createObjectBuilder(document)
                .add(outer, Json.createObjectBuilder(object).add(field.substring(dot + 1), value))
                .build();
    }

    @Provide
    static Arbitrary<String> fields() {
        return Arbitraries.of(FIELDS);
    }

    @Provide
    static Arbitrary<JsonValue> values() {
        Arbitrary<JsonValue> constants =
                Arbitraries.of(JsonValue.NULL, JsonValue.TRUE, JsonValue.FALSE, JsonValue.EMPTY_JSON_ARRAY);
        Arbitrary<JsonValue> numbers = Arbitraries.of("0", "1", "-1", "1.0", "1e400", "99999999999999999999", "0.5")
                .map(text -> Json.createValue(new BigDecimal(text)));
        Arbitrary<JsonValue> likely = Arbitraries.of(
                        "basic",
                        "direct",
                        "production",
                        "insights-only",
                        "PT30M",
                        "P365D",
                        "PT0S",
                        "-P1D",
                        "PT999999999999999999S",
                        "https://[::1]/",
                        "https://contoso.service-now.com:99999",
                        "http://x",
                        "api:",
                        "x".repeat(3000),
                        "\0",
                        "\ud800",
                        "a^b^^NQ")
                .map(Json::createValue);
        Arbitrary<JsonValue> texts = Arbitraries.strings().ofMaxLength(300).map(Json::createValue);
        Arbitrary<JsonValue> objects = Arbitraries.strings()
                .ofMaxLength(5)
                .map(name -> Json.createObjectBuilder().add(name, 1).build());
        return Arbitraries.oneOf(constants, numbers, likely, texts, objects);
    }
}
