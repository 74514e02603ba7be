package dev.supportlink.sandbox.graph;

import dev.supportlink.sandbox.entra.EntraSimulator;
import dev.supportlink.sandbox.entra.Tenant;
import dev.supportlink.sandbox.graph.GraphGate.Caller;
import dev.supportlink.sandbox.http.Answer;
import dev.supportlink.sandbox.http.JsonTexts;
import dev.supportlink.sandbox.http.Request;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** The organization, its domains, and what one tenant may learn of another. */
final class OrganizationAnswers {

    private final EntraSimulator entra;
    private final Pages pages;

    OrganizationAnswers(EntraSimulator entra, Pages pages) {
        this.entra = entra;
        this.pages = pages;
    }

    Answer organization(Request request, Caller caller) {
        caller.needs("Organization.Read.All", "Directory.Read.All", "User.Read.All");
        JsonObjectBuilder organization = JsonTexts.object()
                .add("id", caller.tenant().id())
                .add("displayName", caller.tenant().displayName())
                .add("verifiedDomains", verifiedDomains(caller.tenant()));
        if (caller.token().hasAny("Organization.Read.All", "Directory.Read.All")) {
            organization
                    .add("tenantType", "AAD")
                    .add("countryLetterCode", "CH")
                    .add("technicalNotificationMails", JsonTexts.array());
        }
        return Answer.json(200, pages.page(request, List.of(organization.build()), 100, 100));
    }

    Answer domains(Request request, Caller caller) {
        caller.needs("Domain.Read.All", "Directory.Read.All");
        List<JsonObject> all = caller.tenant().domains().stream()
                .map(domain -> domain(caller.tenant(), domain))
                .toList();
        return Answer.json(200, pages.page(request, all, 100, 999));
    }

    Answer findByDomain(Request request, Caller caller) {
        caller.needs("CrossTenantInformation.ReadBasic.All");
        String domain = request.variable("domain");
        Tenant found = entra.tenant(domain).orElseThrow(() -> GraphRefusal.notFound(domain));
        return Answer.json(
                200,
                JsonTexts.object()
                        .add("tenantId", found.id())
                        .add("displayName", found.displayName())
                        .add("defaultDomainName", found.domains().get(0))
                        .addNull("federationBrandName")
                        .build());
    }

    Answer appManagementPolicy(Request request, Caller caller) {
        caller.needs("Policy.Read.All");
        JsonArrayBuilder restrictions = JsonTexts.array();
        if (caller.tenant().secretsForbidden()) {
            restrictions.add(JsonTexts.object()
                    .add("restrictionType", "passwordAddition")
                    .addNull("maxLifetime")
                    .add("state", "enabled"));
        }
        JsonObjectBuilder application =
                JsonTexts.object().add("passwordCredentials", restrictions).add("keyCredentials", JsonTexts.array());
        return Answer.json(
                200,
                JsonTexts.object()
                        .add("isEnabled", caller.tenant().secretsForbidden())
                        .add("applicationRestrictions", application)
                        .build());
    }

    private static JsonArrayBuilder verifiedDomains(Tenant tenant) {
        JsonArrayBuilder domains = JsonTexts.array();
        for (String name : tenant.domains()) {
            domains.add(JsonTexts.object()
                    .add("capabilities", "Email, OfficeCommunicationsOnline")
                    .add("isDefault", isDefault(tenant, name))
                    .add("isInitial", isInitial(tenant, name))
                    .add("name", name)
                    .add("type", "Managed"));
        }
        return domains;
    }

    private static JsonObject domain(Tenant tenant, String name) {
        return JsonTexts.object()
                .add("id", name)
                .add("authenticationType", "Managed")
                .add("isAdminManaged", true)
                .add("isDefault", isDefault(tenant, name))
                .add("isInitial", isInitial(tenant, name))
                .add("isRoot", true)
                .add("isVerified", true)
                .add("supportedServices", JsonTexts.array().add("Email"))
                .build();
    }

    private static boolean isInitial(Tenant tenant, String name) {
        return name.equals(tenant.domains().get(0));
    }

    /** The last one added: tenants that bring a domain of their own mostly make it the default. */
    private static boolean isDefault(Tenant tenant, String name) {
        return name.equals(tenant.domains().get(tenant.domains().size() - 1));
    }
}
