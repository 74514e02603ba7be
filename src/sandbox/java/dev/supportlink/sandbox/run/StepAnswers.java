package dev.supportlink.sandbox.run;

import dev.supportlink.sandbox.http.JsonTexts;
import dev.supportlink.sandbox.world.SandboxWorld;
import jakarta.json.JsonObjectBuilder;

/** What the admins answer to each step of the plan. */
final class StepAnswers {

    private final Preparations prepared;

    StepAnswers(Preparations prepared) {
        this.prepared = prepared;
    }

    JsonObjectBuilder to(String step) {
        JsonObjectBuilder answers = JsonTexts.object();
        return switch (step) {
            case "consent" -> answers.add("agreed", true);
            case "environment" ->
                answers.add("test", true)
                        .add("basicAuthenticationAllowed", "yes")
                        .add("inboundMode", "gateway")
                        .add("instanceUrl", prepared.instanceUrl());
            case "tenant-domain" -> answers.add("tenantDomain", SandboxWorld.TENANT_DOMAIN);
            // The secret is left out here, so that step outbound-provider asks for it as the guide has it.
            case "entra-application" -> answers.add("clientId", prepared.clientId());
            case "outbound-provider" ->
                answers.add("clientSecret", prepared.clientSecret())
                        .add("clientSecretExpiresOn", prepared.clientSecretExpiresOn());
            case "inbound-client" ->
                answers.add("clientId", prepared.endpointClientId())
                        .add("clientSecret", prepared.endpointClientSecret());
            case "integration-user" ->
                answers.add("userName", prepared.userName())
                        .add("password", prepared.userPassword())
                        .add("userIsNew", true);
            case "network-access" -> answers.add("seen", true);
            case "complete-integration" -> answers.add("enteredInAdminCenter", true);
            case "enable-users" -> answers.add("users", JsonTexts.array().add(administrator()));
            case "link-account" -> answers.add("email", "m365.admin@" + SandboxWorld.CUSTOM_DOMAIN);
            case "instance-access", "test-connection" -> answers;
            default ->
                throw new RunFailed("The sandbox has no answer to step " + step + ".", "Teach it one in StepAnswers.");
        };
    }

    private static JsonObjectBuilder administrator() {
        return JsonTexts.object().add("userName", People.M365_ADMIN).add("role", "x_mioms_m365_assis.administrator");
    }
}
