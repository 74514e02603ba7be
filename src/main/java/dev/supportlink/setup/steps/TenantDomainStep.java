package dev.supportlink.setup.steps;

import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Tenant;
import dev.supportlink.connection.TenantDomain;
import dev.supportlink.setup.Answers;
import dev.supportlink.setup.PlanContext;
import dev.supportlink.setup.SetupStep;
import dev.supportlink.setup.StepChange;
import dev.supportlink.setup.StepId;
import dev.supportlink.setup.StepInput;
import dev.supportlink.setup.TenantResolver;
import dev.supportlink.setup.script.PortalLinks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tenant domain, resolved to tenant ID and cloud. */
@ApplicationScoped
public class TenantDomainStep implements SetupStep {

    @Inject
    TenantResolver resolver;

    @Inject
    OutsideRefusal refusal;

    @Override
    public StepId id() {
        return StepId.TENANT_DOMAIN;
    }

    @Override
    public List<String> instructions(PlanContext plan) {
        return List.of(
                "Confirm your Microsoft 365 tenant domain, or enter another. The Microsoft 365 admin center lists the"
                        + " tenant's domains under Settings > Domains.");
    }

    @Override
    public Map<String, Object> values(PlanContext plan) {
        Tenant tenant = plan.connection().tenant();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("tenantDomain", tenant.domain());
        if (tenant.id() != null) {
            values.put("tenantId", tenant.id());
        }
        if (tenant.cloud() != null) {
            values.put("cloud", tenant.cloud().word());
        }
        values.put("links", List.of(PortalLinks.domains(plan.connection())));
        return values;
    }

    @Override
    public List<StepInput> inputs(PlanContext plan) {
        return List.of(StepInput.required("tenantDomain", "text"));
    }

    @Override
    public boolean holds(PlanContext plan) {
        Tenant tenant = plan.connection().tenant();
        return tenant.id() != null
                && TenantDomain.parse(plan.record(id()).answers().getString("tenantDomain", ""))
                        .equals(Optional.of(tenant.domain()));
    }

    @Override
    public StepChange answer(PlanContext plan, Answers answers, String actor) {
        String domain = answers.text(
                        "tenantDomain", true, TenantDomain.FORM, TenantDomain::parse, TenantDomain::problem)
                .orElse("");
        answers.finish();
        Connection connection = plan.connection();
        Tenant found = refusal.about(
                        "tenantDomain",
                        () -> resolver.resolve(domain, connection.tenant().cloud()))
                .orElseThrow(() -> refusal.because("tenantDomain", "aadsts-90002"));
        return StepChange.done(answers.kept()).changing(now -> now.withTenant(found));
    }
}
