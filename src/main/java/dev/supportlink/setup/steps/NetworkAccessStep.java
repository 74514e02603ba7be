package dev.supportlink.setup.steps;

import dev.supportlink.inbound.allowlist.GuideAddresses;
import dev.supportlink.platform.config.ServerSettings;
import dev.supportlink.setup.Answers;
import dev.supportlink.setup.OutboundTrial;
import dev.supportlink.setup.PlanContext;
import dev.supportlink.setup.SetupStep;
import dev.supportlink.setup.StepChange;
import dev.supportlink.setup.StepId;
import dev.supportlink.setup.StepInput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a firewall must let through: the guide's six addresses, and what is needed today. */
@ApplicationScoped
public class NetworkAccessStep implements SetupStep {

    @Inject
    ServerSettings server;

    @Inject
    OutboundTrial entra;

    @Override
    public StepId id() {
        return StepId.NETWORK_ACCESS;
    }

    @Override
    public List<String> instructions(PlanContext plan) {
        return List.of(
                "If your company limits internet access, allow these addresses. The six addresses are the guide's, for"
                        + " inbound and outbound access of Microsoft's service, which Microsoft closed in May 2025.",
                "Needed today, outbound from this server: the login, Graph and instance hosts shown here, port 443. Inbound:"
                        + " callers reach the public URL. The instance sees this server's egress address.",
                "The guide lists the active addresses by nslookup connector.rave.microsoft.com. The job check-network asks for"
                        + " that name itself and compares what it finds with the allow list.");
    }

    @Override
    public Map<String, Object> values(PlanContext plan) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("guideAddresses", GuideAddresses.ALL);
        values.put("outboundHosts", entra.hosts(plan.connection().tenant()));
        plan.instance()
                .ifPresent(instance -> values.put("instanceHost", instance.url().getHost()));
        values.put("publicUrl", server.publicUrl().toString());
        return values;
    }

    @Override
    public List<StepInput> inputs(PlanContext plan) {
        return List.of(StepInput.required("seen", "boolean"));
    }

    @Override
    public StepChange answer(PlanContext plan, Answers answers, String actor) {
        if (!answers.flag("seen", true).orElse(true)) {
            answers.wrong("seen", "must be true; to leave this step out, send \"skip\": true");
        }
        answers.finish();
        return StepChange.done(answers.kept());
    }
}
