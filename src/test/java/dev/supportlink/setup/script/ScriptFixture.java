package dev.supportlink.setup.script;

import dev.supportlink.connection.Cloud;
import dev.supportlink.connection.Connection;
import dev.supportlink.connection.Environment;
import dev.supportlink.connection.HealthRecord;
import dev.supportlink.connection.InboundMode;
import dev.supportlink.connection.Instance;
import dev.supportlink.connection.RestApplications;
import dev.supportlink.connection.SetupState;
import dev.supportlink.connection.SetupType;
import dev.supportlink.connection.Tenant;
import java.net.URI;
import java.time.Clock;
import java.util.List;

/** A connection to make scripts for, and the running of programs. */
final class ScriptFixture {

    static final String ID = "0f8fad5b-d9cb-469f-a165-70867728950e";
    static final String TENANT = "6babcaad-604b-40ac-a9d7-9fd97c0b779f";
    static final URI GRAPH = URI.create("https://graph.microsoft.com");
    /** What no form of a connection lets in; a script must not trust forms. */
    static final String HOSTILE = "x'; touch pwned; '$(touch pwned)`touch pwned`\n*/ # \u2019 </script> \\ \" !";

    private ScriptFixture() {}

    static Connection connection(Cloud cloud) {
        return connection("Contoso", cloud, new Instance(URI.create("https://contoso.service-now.com")));
    }

    static Connection connection(String name, Cloud cloud, Instance instance) {
        return new Connection(
                ID,
                1,
                name,
                new Tenant("contoso.onmicrosoft.com", TENANT, cloud),
                instance,
                SetupType.BASIC,
                Environment.TEST,
                InboundMode.GATEWAY,
                SetupState.IN_PROGRESS,
                HealthRecord.UNCHECKED,
                Clock.systemUTC().instant(),
                null,
                RestApplications.NONE,
                null,
                null,
                null);
    }

    static EntraRegistration registration() {
        return EntraRegistration.outbound(connection(Cloud.GLOBAL), GRAPH).orElseThrow();
    }

    static EntraRegistration hostileRegistration() {
        EntraRegistration good = registration();
        return new EntraRegistration(
                HOSTILE, good.cloud(), good.tenantId(), GRAPH, HOSTILE, good.permissions(), good.api());
    }

    static Script named(List<Script> scripts, String name) {
        return scripts.stream()
                .filter(script -> script.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
