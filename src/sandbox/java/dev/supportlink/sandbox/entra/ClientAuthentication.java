package dev.supportlink.sandbox.entra;

import dev.supportlink.sandbox.state.Simulation;
import java.util.Optional;

/** Decides whether an application may have a token, in the order in which Entra ID refuses. */
final class ClientAuthentication {

    private final Simulation simulation;
    private final EntraBehaviour behaviour;

    ClientAuthentication(Simulation simulation, EntraBehaviour behaviour) {
        this.simulation = simulation;
        this.behaviour = behaviour;
    }

    Application authenticate(Tenant tenant, TokenRequest request) {
        Application application = tenant.application(request.clientId())
                .orElseThrow(() -> Aadsts.APPLICATION_UNKNOWN.about(request.clientId()));
        checkCredential(application, request);
        checkPrincipal(application);
        if (application.blockedByConditionalAccess()) {
            throw Aadsts.CONDITIONAL_ACCESS.about(application.appId());
        }
        return application;
    }

    private void checkCredential(Application application, TokenRequest request) {
        if (request.secret().isPresent()) {
            checkSecret(application, request.secret().get());
        } else if (request.hasAssertion()) {
            throw Aadsts.ASSERTION_REFUSED.about(application.appId());
        } else {
            throw Aadsts.CREDENTIAL_MISSING.about("");
        }
    }

    private void checkSecret(Application application, String value) {
        Optional<ClientSecret> secret = application.secret(value);
        if (secret.isEmpty() || isNotYetKnown(secret.get())) {
            throw Aadsts.SECRET_WRONG.about(application.appId());
        }
        if (secret.get().isExpiredAt(simulation.now())) {
            throw Aadsts.SECRET_EXPIRED.about(application.appId());
        }
    }

    private boolean isNotYetKnown(ClientSecret secret) {
        boolean starts = simulation.now().isBefore(secret.startsAt());
        boolean spreads = simulation.now().isBefore(secret.usableFrom());
        return starts || (spreads && behaviour.refusesForNow(simulation.chance()));
    }

    private static void checkPrincipal(Application application) {
        switch (application.principal()) {
            case MISSING -> throw Aadsts.NO_SERVICE_PRINCIPAL.about(application.appId());
            case DISABLED -> throw Aadsts.APPLICATION_DISABLED.about(application.appId());
            case ENABLED -> {}
        }
    }
}
