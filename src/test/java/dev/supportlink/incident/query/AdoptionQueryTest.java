package dev.supportlink.incident.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdoptionQueryTest {

    private static final Map<String, String> ROW =
            Map.of("state", "2", "assignment_group", "42", "short_description", "Mail is slow", "u_site", "");

    @ParameterizedTest
    @CsvSource({
        "assignment_group=42, true",
        "assignment_group=43, false",
        "assignment_group!=43, true",
        "state=1^ORstate=2^short_descriptionLIKEslow, true",
        "state=1^ORstate=2^short_descriptionLIKESlow, false",
        "'stateIN1,2,3', true",
        "state<2, false",
        "state<=2, true",
        "state>1, true",
        "state>=3, false",
        "short_descriptionSTARTSWITHMail, true",
        "short_descriptionENDSWITHMail, false",
        "u_siteISEMPTY, true",
        "u_siteISNOTEMPTY, false",
        "u_site<z, false",
        "u_site=, true"
    })
    void rowIsHeldAgainstTheQuery(String query, boolean matches) {
        assertThat(AdoptionQuery.parse(query).matches(ROW)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({"category!=x", "categoryISEMPTY", "category=", "u_other!=x"})
    void fieldThatTheInstanceDoesNotShowMeetsNoCondition(String query) {
        assertThat(AdoptionQuery.parse(query).matches(ROW)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | at least one condition",
                "EQ | at least one condition",
                "ORDERBYnumber | at least one condition",
                "state=1^ORDERBYnumber | must not order",
                "assigned_to=javascript:gs.getUserID() | scripts are not run here",
                "nonsense=1 | \"nonsense\" is not a field",
                "caller_id.name=x | no operator that is known",
                "state=1^NQstate=2 | does not begin with the name of a field",
                "sys_mod_count>3 | changes with every save"
            })
    void queryThatCannotDecideIsRefusedWithTheReason(String query, String reason) {
        assertThat(AdoptionQuery.problemOf(query).orElseThrow()).contains(reason);
        assertThatThrownBy(() -> AdoptionQuery.parse(query)).isInstanceOf(InvalidQuery.class);
    }

    @Test
    void lengthAndCharactersAreBounded() {
        assertThat(AdoptionQuery.problemOf("short_description=" + "x".repeat(983))
                        .orElseThrow())
                .contains("1000 characters");
        assertThat(AdoptionQuery.problemOf("state=\u0007").orElseThrow()).contains("control characters");
        assertThat(AdoptionQuery.problemOf("short_description=" + "x".repeat(982)))
                .isEmpty();
    }
}
