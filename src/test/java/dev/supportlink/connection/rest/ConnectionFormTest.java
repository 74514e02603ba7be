package dev.supportlink.connection.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Environment;
import dev.supportlink.connection.InboundMode;
import dev.supportlink.connection.NewConnection;
import dev.supportlink.connection.SetupType;
import dev.supportlink.platform.problem.FieldError;
import dev.supportlink.platform.problem.InvalidInput;
import dev.supportlink.testing.Connections;
import dev.supportlink.testing.SetupPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionFormTest {

    private static final Connection BEFORE = Connections.basic();

    @Test
    void adoptionIsOffUnlessAsked() {
        assertThat(form("{'name':'a','tenantDomain':'contoso.com'}")
                        .toNewConnection()
                        .adoptionQuery())
                .isNull();
        assertThat(form("{'name':'a','tenantDomain':'contoso.com','adoptionQuery':'state=1'}")
                        .toNewConnection()
                        .adoptionQuery())
                .isEqualTo("state=1");
    }

    @Test
    void adoptionQueryIsKeptReplacedAndTakenBack() {
        Connection adopting = form("{'adoptionQuery':'state=1'}").applyTo(BEFORE);

        assertThat(adopting.adoptionQuery()).isEqualTo("state=1");
        assertThat(form("{'name':'b'}").applyTo(adopting).adoptionQuery()).isEqualTo("state=1");
        assertThat(form("{'adoptionQuery':null}").applyTo(adopting).adoptionQuery())
                .isNull();
    }

    @Test
    void wrongAdoptionQueryIsNamedWithTheReason() {
        assertThatThrownBy(() ->
                        form("{'adoptionQuery':'assigned_to=javascript:x'}").applyTo(BEFORE))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        wrong -> assertThat(wrong.errors())
                                .containsExactly(new FieldError(
                                        "adoptionQuery", "scripts are not run here: \"assigned_to=javascript:x\"")));
        assertThatThrownBy(() -> form("{'adoptionQuery':7}").applyTo(BEFORE)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> form("{'adoptionQuery':''}").applyTo(BEFORE)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void theDefaultsAreBasicGatewayProduction() {
        NewConnection wanted = form("{'name':'a','tenantDomain':'contoso.com','instanceUrl':'https://a.example'}")
                .toNewConnection();

        assertThat(wanted.setupType()).isEqualTo(SetupType.BASIC);
        assertThat(wanted.inboundMode()).isEqualTo(InboundMode.GATEWAY);
        assertThat(wanted.environment()).isEqualTo(Environment.PRODUCTION);
    }

    @ParameterizedTest
    @CsvSource({"basic, direct", "entra, gateway", "entra, direct", "insights-only, gateway"})
    void everySetupTypeAndModeCanBeChosen(String type, String mode) {
        NewConnection wanted = form("{'name':'a','tenantDomain':'contoso.com','instanceUrl':'https://a.example',"
                        + "'setupType':'" + type + "','inboundMode':'" + mode + "'}")
                .toNewConnection();
        Connection changed = form("{'setupType':'" + type + "','inboundMode':'" + mode + "'}")
                .applyTo(BEFORE);

        assertThat(wanted.setupType().word()).isEqualTo(type);
        assertThat(wanted.inboundMode().word()).isEqualTo(mode);
        assertThat(changed.setupType().word()).isEqualTo(type);
        assertThat(changed.inboundMode().word()).isEqualTo(mode);
    }

    @Test
    void withoutAnInstanceItIsTestAndGateway() {
        assertThat(fields(
                        "{'name':'a','tenantDomain':'contoso.com','environment':'production','inboundMode':'direct'}"))
                .containsExactly("environment", "inboundMode");
        assertThat(form("{'name':'a','tenantDomain':'contoso.com'}")
                        .toNewConnection()
                        .environment())
                .isEqualTo(Environment.TEST);
    }

    @Test
    void theInstanceCannotGoWhileCallersAreSentToIt() {
        Connection direct = BEFORE.withSetup(SetupType.BASIC, InboundMode.DIRECT);

        assertThatThrownBy(() -> form("{'instanceUrl':null}").applyTo(direct))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        wrong -> assertThat(wrong.errors())
                                .extracting(FieldError::field)
                                .containsExactly("inboundMode"));
    }

    private static List<String> fields(String json) {
        return catchThrowableOfType(InvalidInput.class, () -> form(json).toNewConnection()).errors().stream()
                .map(FieldError::field)
                .toList();
    }

    private static ConnectionForm form(String json) {
        return new ConnectionForm(SetupPath.json(json), false);
    }
}
