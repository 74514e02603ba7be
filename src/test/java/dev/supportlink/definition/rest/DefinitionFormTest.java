package dev.supportlink.definition.rest;

import static dev.supportlink.testing.SetupPath.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supportlink.definition.Definition;
import dev.supportlink.definition.DefinitionBeans;
import dev.supportlink.inbound.ClientTerms;
import dev.supportlink.platform.problem.FieldError;
import dev.supportlink.platform.problem.InvalidInput;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionFormTest {

    private static final String LEAST = "'formatVersion':1,'name':'contoso','tenantDomain':'contoso.com'";

    @Test
    void theLeastDocumentHasTheDefaultsOfANewConnection() {
        Definition definition = read("{" + LEAST + "}");

        assertThat(definition.document())
                .isEqualTo(json("{'formatVersion':1,'name':'contoso','tenantDomain':'contoso.com','instanceUrl':null,"
                        + "'setupType':'basic','environment':'test','inboundMode':'gateway','adoptionQuery':null,"
                        + "'inboundClient':{'accessTokenLifespan':'PT30M','refreshTokenLifespan':'PT240H',"
                        + "'refreshTokenRotation':false,'clientCredentials':false}}"));
    }

    @Test
    void everyFieldIsRead() {
        Definition definition = read("{" + LEAST + ",'cloud':'us-gov','instanceUrl':'https://contoso.service-now.com',"
                + "'environment':'production','adoptionQuery':'state=1',"
                + "'entraClientId':'AAAAAAAA-2222-3333-4444-555555555555',"
                + "'instanceCredential':{'clientId':'abc','userName':'supportlink','userIsNew':true},"
                + "'inboundClient':{'refreshTokenLifespan':'P20D','clientCredentials':true}}");

        assertThat(definition.connection().entraClientId()).isEqualTo("aaaaaaaa-2222-3333-4444-555555555555");
        assertThat(definition.connection().instance())
                .hasFieldOrPropertyWithValue("clientId", "abc")
                .hasFieldOrPropertyWithValue("userName", "supportlink")
                .hasFieldOrPropertyWithValue("userIsNew", true);
        assertThat(definition.terms())
                .isEqualTo(new ClientTerms(Duration.ofMinutes(30), Duration.ofDays(20), false, true));
        assertThat(definition.document().getString("cloud")).isEqualTo("us-gov");
        assertThat(definition.document().getString("adoptionQuery")).isEqualTo("state=1");
    }

    @Test
    void whatIsLeftOutStaysAndNullTakesAway() {
        DefinitionBeans server = new DefinitionBeans();
        server.desk()
                .take(
                        form("{" + LEAST + ",'instanceUrl':'https://contoso.service-now.com','adoptionQuery':'state=1',"
                                + "'entraClientId':'aaaaaaaa-2222-3333-4444-555555555555',"
                                + "'instanceCredential':{'clientId':'abc','userName':'supportlink','userIsNew':true}}"),
                        "operator");
        String id = server.connections().findNamed("contoso").orElseThrow().id();

        server.desk().take(form("{" + LEAST + "}"), "operator");
        assertThat(server.connections().get(id).entraClientId()).isNotNull();
        assertThat(server.connections().get(id).adoptionQuery()).isEqualTo("state=1");

        server.desk()
                .take(
                        form("{" + LEAST + ",'adoptionQuery':null,'entraClientId':null,"
                                + "'instanceCredential':{'userName':null}}"),
                        "operator");
        assertThat(server.connections().get(id).entraClientId()).isNull();
        assertThat(server.connections().get(id).adoptionQuery()).isNull();
        assertThat(server.connections().get(id).instance())
                .hasFieldOrPropertyWithValue("clientId", "abc")
                .hasFieldOrPropertyWithValue("userName", null)
                .hasFieldOrPropertyWithValue("userIsNew", false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                     | formatVersion                       | is missing; must be 1
                    {'formatVersion':2,'nonsense':1}                       | formatVersion                       | must be 1
                    {'formatVersion':'1'}                                  | formatVersion                       | must be 1
                    {'formatVersion':1.5}                                  | formatVersion                       | must be 1
                    {'formatVersion':99999999999999999999}                 | formatVersion                       | must be 1
                    {'formatVersion':null}                                 | formatVersion                       | must be 1
                    {'formatVersion':1,'tenantDomain':'contoso.com'}       | name                                | is missing
                    {'formatVersion':1,'name':'a'}                         | tenantDomain                        | is missing
                    {LEAST,'name':'a/b'}                                   | name                                | letters, digits
                    {LEAST,'name':7}                                       | name                                | letters, digits
                    {LEAST,'tenantDomain':'no domain'}                     | tenantDomain                        | contoso.onmicrosoft.com
                    {LEAST,'cloud':'mars'}                                 | cloud                               | must be one of
                    {LEAST,'instanceUrl':'ftp://x'}                        | instanceUrl                         | contoso.service-now.com
                    {LEAST,'instanceUrl':'https://u:p@contoso.example'}    | instanceUrl                         | contoso.service-now.com
                    {LEAST,'setupType':'simple'}                           | setupType                           | must be one of
                    {LEAST,'environment':'staging'}                        | environment                         | must be one of
                    {LEAST,'environment':'production'}                     | environment                         | instanceUrl
                    {LEAST,'inboundMode':'both'}                           | inboundMode                         | must be one of
                    {LEAST,'adoptionQuery':'assigned_to=javascript:b'}     | adoptionQuery                       | scripts are not run
                    {LEAST,'entraClientId':'abc'}                          | entraClientId                       | a GUID such as
                    {LEAST,'entraClientId':7}                              | entraClientId                       | a GUID such as
                    {LEAST,'id':'0123'}                                    | id                                  | is not a field
                    {LEAST,'clientSecret':'x'}                             | clientSecret                        | is not a field
                    {LEAST,'instanceCredential':{'clientId':'a'}}          | instanceCredential                  | instanceUrl
                    {LEAST,'instanceCredential':'a'}                       | instanceCredential                  | must be an object
                    {LEAST,I,'instanceCredential':{'password':'x'}}        | instanceCredential.password         | is not a field
                    {LEAST,I,'instanceCredential':{'clientId':'a b'}}      | instanceCredential.clientId         | without spaces
                    {LEAST,I,'instanceCredential':{'clientId':''}}         | instanceCredential.clientId         | without spaces
                    {LEAST,I,'instanceCredential':{'userName':' a'}}       | instanceCredential.userName         | User ID
                    {LEAST,I,'instanceCredential':{'userIsNew':'yes'}}     | instanceCredential.userIsNew        | true or false
                    {LEAST,'restApplications':{'apiClientId':'abc'}}       | restApplications.apiClientId        | a GUID such as
                    {LEAST,'restApplications':{'userClientId':'abc'}}      | restApplications.userClientId       | a GUID such as
                    {LEAST,'restApplications':{'identifierUri':'x'}}       | restApplications.identifierUri      | api://
                    {LEAST,'restApplications':{'identifierUri':'api://x'}} | restApplications                    | setupType entra
                    {LEAST,'restApplications':{'secret':'x'}}              | restApplications.secret             | is not a field
                    {LEAST,'inboundClient':[]}                             | inboundClient                       | must be an object
                    {LEAST,'inboundClient':{'refreshTokenLifespan':1}}     | inboundClient.refreshTokenLifespan  | ISO 8601
                    {LEAST,'inboundClient':{'clientId':'x'}}               | inboundClient.clientId              | never changes
                    {LEAST,'inboundClient':{'refreshTokenRotation':'on'}}  | inboundClient.refreshTokenRotation  | true or false
                    """)
    void whatIsWrongIsNamedByItsPath(String document, String field, String part) {
        // A later member of the same name takes the place of the one in the least document.
        String whole =
                document.replace("LEAST", LEAST).replace(",I,", ",'instanceUrl':'https://contoso.service-now.com',");

        assertThat(errors(whole))
                .filteredOn(error -> error.field().equals(field))
                .extracting(FieldError::message)
                .anySatisfy(message -> assertThat(message).contains(part));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertThat(errors("{" + LEAST
                        + ",'cloud':'mars','environment':7,'entraClientId':'x','nonsense':1,"
                        + "'restApplications':{'apiClientId':'x'},'inboundClient':{'accessTokenLifespan':'PT1S'}}"))
                .extracting(FieldError::field)
                .contains(
                        "cloud",
                        "environment",
                        "entraClientId",
                        "nonsense",
                        "restApplications.apiClientId",
                        "inboundClient.accessTokenLifespan");
        assertThat(errors("{" + LEAST + ",'entraClientId':'x','instanceCredential':{'a':1},'inboundClient':{'b':1}}"))
                .extracting(FieldError::field)
                .contains("entraClientId", "instanceCredential.a", "inboundClient.b");
    }

    @Test
    void aLongNameOfAFieldIsNotRepeatedWhole() {
        List<FieldError> errors = errors("{" + LEAST + ",'" + "x".repeat(5000) + "':1}");

        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).field()).hasSize(100);
    }

    private static List<FieldError> errors(String document) {
        InvalidInput wrong = catchThrowableOfType(InvalidInput.class, () -> read(document));
        assertThat(wrong).as(document).isNotNull();
        return wrong.errors();
    }

    private static Definition read(String document) {
        return form(document).toNew("0123456789abcdef0123456789abcdef", Instant.parse("2026-11-24T01:00:00Z"));
    }

    private static DefinitionForm form(String document) {
        return new DefinitionForm(json(document), false);
    }
}
