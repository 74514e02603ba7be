package dev.supportlink.inbound.entra;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Registered callers in memory, with the contract of the stored ones. */
final class InMemoryEntraCallers implements EntraCallerRepository {

    private record Registered(String tenantId, EntraCaller caller) {

        boolean has(String tenant, String audience, String user) {
            return tenantId.equals(tenant)
                    && caller.restUserClientId().equals(user)
                    && caller.audiences().contains(audience);
        }
    }

    private final Map<String, Registered> byConnection = new ConcurrentHashMap<>();

    @Override
    public void save(String connectionId, String tenantId, EntraCaller caller) {
        for (String audience : caller.audiences()) {
            connectionOf(tenantId, audience, caller.restUserClientId())
                    .filter(other -> !other.equals(connectionId))
                    .ifPresent(other -> {
                        throw new EntraCallerTaken(
                                audience.equals(caller.restApiClientId()) ? "clientId" : "identifierUri");
                    });
        }
        byConnection.put(connectionId, new Registered(tenantId, caller));
    }

    @Override
    public Optional<EntraCaller> find(String connectionId) {
        return Optional.ofNullable(byConnection.get(connectionId)).map(Registered::caller);
    }

    @Override
    public Optional<String> connectionOf(String tenantId, String audience, String restUserClientId) {
        return byConnection.entrySet().stream()
                .filter(entry -> entry.getValue().has(tenantId, audience, restUserClientId))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public void remove(String connectionId) {
        byConnection.remove(connectionId);
    }
}
