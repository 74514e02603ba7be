package dev.supportlink.setup.steps;

import dev.supportlink.connection.Tenant;
import dev.supportlink.connection.TenantDomain;
import dev.supportlink.setup.Answers;
import dev.supportlink.setup.PlanContext;
import dev.supportlink.setup.SetupStep;
import dev.supportlink.setup.StepChange;
import dev.supportlink.setup.StepId;
import dev.supportlink.setup.StepInput;
import dev.supportlink.setup.TenantResolver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The Microsoft 365 admin e-mail used for support cases; its domain must be one of the tenant's. */
@ApplicationScoped
public class LinkAccountStep implements SetupStep {

    private static final int MAX_LENGTH = 254;
    private static final String FORM = "must be an e-mail address in a domain of the tenant, such as admin@contoso.com";

    @Inject
    TenantResolver resolver;

    @Inject
    OutsideRefusal refusal;

    @Override
    public StepId id() {
        return StepId.LINK_ACCOUNT;
    }

    @Override
    public List<String> instructions(PlanContext plan) {
        return List.of(
                "Microsoft 365 support > Link Account: if you manage Microsoft 365 support cases with another account,"
                        + " enter its Microsoft 365 admin e-mail. Skip this step if you do not.");
    }

    @Override
    public Map<String, Object> values(PlanContext plan) {
        return Map.of();
    }

    @Override
    public List<StepInput> inputs(PlanContext plan) {
        return List.of(StepInput.required("email", "text"));
    }

    @Override
    public StepChange answer(PlanContext plan, Answers answers, String actor) {
        String domain =
                answers.text("email", true, FORM, LinkAccountStep::domain).orElse("");
        answers.finish();
        Tenant tenant = plan.connection().tenant();
        boolean ofTenant = domain.equals(tenant.domain())
                || refusal.about("email", () -> resolver.resolve(domain, tenant.cloud()))
                        .filter(found -> Objects.equals(found.id(), tenant.id()))
                        .isPresent();
        if (!ofTenant) {
            throw refusal.because("email", "domain-not-of-tenant");
        }
        return StepChange.done(answers.kept());
    }

    /** The part after the last at sign; empty when the text is no e-mail address. */
    private static Optional<String> domain(String email) {
        int at = email.lastIndexOf('@');
        boolean plain = at > 0 && email.length() <= MAX_LENGTH && email.chars().noneMatch(Character::isWhitespace);
        return plain ? TenantDomain.parse(email.substring(at + 1)) : Optional.empty();
    }
}
