package dev.supportlink.connection.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportlink.connection.Connection;
import dev.supportlink.platform.problem.FieldError;
import dev.supportlink.platform.problem.InvalidInput;
import dev.supportlink.testing.Connections;
import dev.supportlink.testing.SetupPath;
import org.junit.jupiter.api.Test;

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

    private static ConnectionForm form(String json) {
        return new ConnectionForm(SetupPath.json(json), false);
    }
}
