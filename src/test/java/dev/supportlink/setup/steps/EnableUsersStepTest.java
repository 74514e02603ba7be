package dev.supportlink.setup.steps;

import static dev.supportlink.testing.SetupPath.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.access.Role;
import dev.supportlink.access.RoleGrant;
import dev.supportlink.access.UserRoles;
import dev.supportlink.connection.Connection;
import dev.supportlink.connection.InboundMode;
import dev.supportlink.connection.SetupType;
import dev.supportlink.setup.Answers;
import dev.supportlink.setup.PlanContext;
import dev.supportlink.testing.Connections;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnableUsersStepTest {

    private static final Connection INSIGHTS =
            Connections.basic().withSetup(SetupType.INSIGHTS_ONLY, InboundMode.GATEWAY);
    private static final String ADMINISTRATOR =
            "{'users':[{'userName':'known','role':'x_mioms_m365_assis.administrator'}]}";

    private final EnableUsersStep step = new EnableUsersStep();
    private final List<RoleGrant> granted = new ArrayList<>();

    @BeforeEach
    void wire() {
        step.users = new UserRoles() {
            @Override
            public boolean exists(String userName) {
                return userName.equals("known");
            }

            @Override
            public void grant(String userName, RoleGrant grant, String actor) {
                granted.add(grant);
            }
        };
    }

    @Test
    void aKnownUserGetsTheGuidesRoleForThisConnection() {
        Connection connection = Connections.basic();
        step.answer(new PlanContext(connection, Map.of()), new Answers(json(ADMINISTRATOR)), "somebody")
                .afterwards()
                .accept(connection);

        assertThat(granted).containsExactly(new RoleGrant(Role.ADMINISTRATOR, connection.id()));
    }

    @Test
    void nobodyGetsAdministratorWhereThereIsNoInboundSide() {
        assertThat(Refusals.of(step, INSIGHTS, ADMINISTRATOR)).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo("users[0]");
            assertThat(error.message()).contains("must have the role x_mioms_m365_assis.insights_user");
        });
        assertThat(step.values(new PlanContext(INSIGHTS, Map.of())))
                .containsEntry("roles", List.of("x_mioms_m365_assis.insights_user"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | users | give either users, or nobodyYet: true",
                "{'users':[],'nobodyYet':true} | users | one to 200",
                "{'users':'known'} | users | must be a list of {userName, role}",
                "{'users':[{'userName':'known'}]} | users[0] | must be {userName, role}",
                "{'users':[{'userName':'known','role':'operator'}]} | users[0] | role is x_mioms_m365_assis.insights_user",
                "{'users':[{'userName':'who','role':'x_mioms_m365_assis.administrator'}]} | users[0] |"
                        + " names a user that does not exist; create the user first",
                "{'nobodyYet':'yes'} | nobodyYet | must be true or false",
            })
    void aBadValueIsNamedWithWhatIsWrongAndARightOne(String answer, String field, String part) {
        assertThat(Refusals.of(step, Connections.basic(), answer)).anySatisfy(error -> {
            assertThat(error.field()).isEqualTo(field);
            assertThat(error.message()).contains(part);
        });
        assertThat(granted).isEmpty();
    }
}
