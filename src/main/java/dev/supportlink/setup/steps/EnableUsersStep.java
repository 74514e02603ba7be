package dev.supportlink.setup.steps;

import dev.supportlink.access.Role;
import dev.supportlink.access.RoleGrant;
import dev.supportlink.access.UserRoles;
import dev.supportlink.connection.Connection;
import dev.supportlink.connection.SetupType;
import dev.supportlink.setup.Answers;
import dev.supportlink.setup.PlanContext;
import dev.supportlink.setup.SetupStep;
import dev.supportlink.setup.StepChange;
import dev.supportlink.setup.StepId;
import dev.supportlink.setup.StepInput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives existing users one of the guide's two roles for this connection; or nobody yet. */
@ApplicationScoped
public class EnableUsersStep implements SetupStep {

    private static final String USERS = "users";
    private static final int MOST_USERS = 200;
    private static final Map<String, Role> ROLES = Map.of(
            "x_mioms_m365_assis.insights_user", Role.INSIGHTS_USER,
            "x_mioms_m365_assis.administrator", Role.ADMINISTRATOR);
    private static final String NOT_HERE =
            "must have the role x_mioms_m365_assis.insights_user: a connection for health"
                    + " and solutions only has no incidents that an administrator could escalate";
    private static final String ONE =
            "{userName, role}; role is x_mioms_m365_assis.insights_user or x_mioms_m365_assis.administrator";
    private static final String FORM = "must be a list of " + ONE;

    @Inject
    UserRoles users;

    @Override
    public StepId id() {
        return StepId.ENABLE_USERS;
    }

    @Override
    public List<String> instructions(PlanContext plan) {
        boolean insightsOnly = plan.connection().setupType() == SetupType.INSIGHTS_ONLY;
        return List.of(
                "Enable Microsoft support integration for existing users of SupportLink. x_mioms_m365_assis.insights_user"
                        + " sees recommended solutions and service health"
                        + (insightsOnly
                                ? ". Nobody can get x_mioms_m365_assis.administrator in this set-up type."
                                : "; x_mioms_m365_assis.administrator may also escalate incidents to Microsoft."),
                "Send nobodyYet: true to do this later.");
    }

    @Override
    public Map<String, Object> values(PlanContext plan) {
        return Map.of("roles", roles(plan));
    }

    @Override
    public List<StepInput> inputs(PlanContext plan) {
        return List.of(StepInput.optional(USERS, "list"), StepInput.optional("nobodyYet", "boolean"));
    }

    @Override
    public StepChange answer(PlanContext plan, Answers answers, String actor) {
        List<Enabled> enabled = answers.raw(USERS)
                .map(value -> read(value, roles(plan), answers))
                .orElse(List.of());
        boolean nobody = answers.flag("nobodyYet", false).orElse(false);
        boolean given = answers.raw(USERS).isPresent();
        if (nobody == given) {
            answers.wrong(USERS, "give either users, or nobodyYet: true");
        }
        answers.finish();
        return StepChange.done(answers.kept()).then(connection -> grant(enabled, connection, actor));
    }

    /** One user and the role to give. */
    private record Enabled(String userName, Role role) {}

    private void grant(List<Enabled> enabled, Connection connection, String actor) {
        enabled.forEach(one -> users.grant(one.userName(), new RoleGrant(one.role(), connection.id()), actor));
    }

    /** Nobody may get the guide's administrator where there is no inbound side. */
    private static List<String> roles(PlanContext plan) {
        boolean insightsOnly = plan.connection().setupType() == SetupType.INSIGHTS_ONLY;
        return ROLES.entrySet().stream()
                .filter(role -> !insightsOnly || role.getValue() == Role.INSIGHTS_USER)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private List<Enabled> read(JsonValue value, List<String> allowed, Answers answers) {
        if (!(value instanceof JsonArray list) || list.isEmpty() || list.size() > MOST_USERS) {
            answers.wrong(USERS, FORM + ", one to " + MOST_USERS);
            return List.of();
        }
        List<Enabled> enabled = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String field = USERS + "[" + i + "]";
            one(list.get(i), field, allowed, answers).ifPresent(enabled::add);
        }
        return enabled;
    }

    private Optional<Enabled> one(JsonValue value, String field, List<String> allowed, Answers answers) {
        if (!(value instanceof JsonObject user)
                || !(user.get("userName") instanceof JsonString name)
                || !(user.get("role") instanceof JsonString role)
                || user.size() != 2
                || !ROLES.containsKey(role.getString())) {
            answers.wrong(field, "must be " + ONE + ", and nothing else");
            return Optional.empty();
        }
        if (!allowed.contains(role.getString())) {
            answers.wrong(field, NOT_HERE);
            return Optional.empty();
        }
        if (!users.exists(name.getString())) {
            answers.wrong(field, "names a user that does not exist; create the user first, or correct the name");
            return Optional.empty();
        }
        return Optional.of(
                new Enabled(name.getString(), java.util.Objects.requireNonNull(ROLES.get(role.getString()))));
    }
}
