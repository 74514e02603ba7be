package dev.supportlink.outbound.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

/** Asks the address rule before every call; last of the filters, so that nothing changes the URL after it. */
@Priority(Priorities.USER + 1000)
final class AddressFilter implements ClientRequestFilter {

    private final String system;
    private final AddressRule rule;

    AddressFilter(String system, AddressRule rule) {
        this.system = system;
        this.rule = rule;
    }

    @Override
    public void filter(ClientRequestContext request) {
        rule.check(system, request.getUri());
    }
}
