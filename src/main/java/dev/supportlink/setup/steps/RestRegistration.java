package dev.supportlink.setup.steps;

import dev.supportlink.connection.Connection;
import dev.supportlink.setup.OutboundTrial;
import dev.supportlink.setup.script.EntraRegistration;
import dev.supportlink.setup.script.EntraScripts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the registrations of the two REST applications have in common. */
@ApplicationScoped
public class RestRegistration {

    static final String REGISTER =
            "Azure portal [today: Microsoft Entra admin center] > App registrations > New registration"
                    + " > Accounts in this organizational directory only (Single tenant) > Register; no redirect URL. You need the"
                    + " role Application Administrator or Cloud Application Administrator. The Entra application, the REST API"
                    + " application and the REST user application are three registrations of their own.";

    static final String SECRET =
            "Certificates & secrets > New client secret. Copy its Value, not its Secret ID, right after"
                    + " creation, and note the expiry date.";

    @Inject
    OutboundTrial entra;

    /** The generated values; name and scripts once the tenant is known. */
    Map<String, Object> values(Connection connection, Optional<EntraRegistration> wanted) {
        Map<String, Object> values = new LinkedHashMap<>();
        wanted.ifPresent(registration -> values.put("name", registration.name()));
        values.put("supportedAccountTypes", "Accounts in this organizational directory only");
        values.put("tokenUrl", entra.shownTokenUrl(connection.tenant()));
        wanted.ifPresent(registration -> values.put("scripts", EntraScripts.of(registration, connection.name())));
        return values;
    }
}
