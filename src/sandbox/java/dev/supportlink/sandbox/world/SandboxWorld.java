package dev.supportlink.sandbox.world;

import dev.supportlink.sandbox.entra.EntraSimulator;
import dev.supportlink.sandbox.entra.MicrosoftCloud;
import dev.supportlink.sandbox.entra.Tenant;
import dev.supportlink.sandbox.graph.GraphSimulator;
import dev.supportlink.sandbox.http.JsonTexts;
import dev.supportlink.sandbox.instance.InstanceSimulator;
import dev.supportlink.sandbox.state.Simulation;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** One tenant, its Graph and one instance, with everything a set-up needs from outside. */
public final class SandboxWorld implements AutoCloseable {

    /** The initial domain of the world's tenant. */
    public static final String TENANT_DOMAIN = "contoso.onmicrosoft.com";

    /** A domain of the tenant's own. */
    public static final String CUSTOM_DOMAIN = "contoso.example";

    private final EntraSimulator entra;
    private final GraphSimulator graph;
    private final InstanceSimulator instance;

    private SandboxWorld(EntraSimulator entra, GraphSimulator graph, InstanceSimulator instance) {
        this.entra = entra;
        this.graph = graph;
        this.instance = instance;
    }

    /** Starts a world on free ports that forgets everything when it is closed. Nothing in it happens at random. */
    public static SandboxWorld start(Clock clock) {
        return open(Simulation.with(clock), Ports.ANY).begun(Optional.empty());
    }

    /** Starts a world whose state lies in a file: continued where it exists, begun otherwise. */
    public static SandboxWorld start(Clock clock, Ports ports, Path stateFile) {
        Simulation simulation = Simulation.with(clock);
        SandboxWorld world = open(simulation, ports);
        StateFile file = new StateFile(stateFile);
        world.entra.behaviour().newSecretsWorkAfter(Duration.ofSeconds(4), Duration.ofSeconds(18));
        world.begun(file.read());
        simulation.changes().savedBy(() -> file.write(world.save().toString()));
        simulation.changes().note();
        simulation.changes().settle();
        return world;
    }

    /** The login host. */
    public EntraSimulator entra() {
        return entra;
    }

    /** Microsoft Graph. */
    public GraphSimulator graph() {
        return graph;
    }

    /** The ServiceNow instance. */
    public InstanceSimulator instance() {
        return instance;
    }

    /** The world's tenant. */
    public Tenant tenant() {
        return entra.tenant(TENANT_DOMAIN).orElseThrow();
    }

    /** What an Entra administrator does. */
    public EntraPortal entraPortal() {
        return new EntraPortal(tenant());
    }

    /** What a ServiceNow administrator does. */
    public InstancePortal instancePortal() {
        return new InstancePortal(instance.admin());
    }

    @Override
    public void close() {
        instance.close();
        graph.close();
        entra.close();
    }

    /** Opens all or none: a port that is taken leaves no other one open. */
    private static SandboxWorld open(Simulation simulation, Ports ports) {
        Deque<Runnable> opened = new ArrayDeque<>();
        try {
            EntraSimulator entra = EntraSimulator.start(simulation, MicrosoftCloud.GLOBAL, ports.login());
            opened.push(entra::close);
            GraphSimulator graph = GraphSimulator.start(simulation, entra, ports.graph());
            opened.push(graph::close);
            return new SandboxWorld(entra, graph, InstanceSimulator.start(simulation, ports.instance()));
        } catch (UncheckedIOException taken) {
            opened.forEach(Runnable::run);
            throw taken;
        }
    }

    private SandboxWorld begun(Optional<JsonObject> saved) {
        saved.ifPresentOrElse(this::restore, () -> entra.addTenant("Contoso", TENANT_DOMAIN, CUSTOM_DOMAIN));
        return this;
    }

    private JsonObject save() {
        return JsonTexts.object()
                .add("entra", entra.save())
                .add("instance", instance.save())
                .build();
    }

    private void restore(JsonObject saved) {
        entra.restore(saved.getJsonObject("entra"));
        instance.restore(saved.getJsonObject("instance"));
    }
}
