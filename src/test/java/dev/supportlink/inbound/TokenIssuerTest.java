package dev.supportlink.inbound;

import static dev.supportlink.inbound.InboundBeans.ADDRESS;
import static dev.supportlink.inbound.InboundBeans.CONNECTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportlink.inbound.InboundBeans.Caller;
import dev.supportlink.inbound.TokenDecision.ClientRefused;
import dev.supportlink.inbound.TokenDecision.GrantNotAllowed;
import dev.supportlink.inbound.TokenDecision.GrantRefused;
import dev.supportlink.inbound.TokenDecision.Granted;
import dev.supportlink.secret.Secret;
import dev.supportlink.secret.SecretVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TokenIssuerTest {

    private static final String OTHER_CONNECTION = "fedcba9876543210fedcba9876543210";

    private final InboundBeans beans = new InboundBeans();
    private final Caller caller = beans.caller(CONNECTION);
    private final Caller other = beans.caller(OTHER_CONNECTION);

    @Test
    void unknownClientAndWrongSecretAreRefusedAlike() {
        assertThat(caller.withIdentity(named("nobody", "x")).signIn()).isEqualTo(new ClientRefused());
        assertThat(caller.withClientSecret(Secret.generate()).signIn()).isEqualTo(new ClientRefused());

        assertThat(reasons()).containsExactly("unknown-client", "wrong-client-secret");
    }

    @Test
    void everyBadGrantIsRefusedAlike() {
        Secret othersRefreshToken = Objects.requireNonNull(other.signedIn().refreshToken());

        assertThat(caller.withIdentity(named(caller.identity().clientId(), "nobody"))
                        .signIn())
                .isEqualTo(new GrantRefused());
        assertThat(caller.withPassword(Secret.generate()).signIn()).isEqualTo(new GrantRefused());
        assertThat(caller.decide(new TokenGrant.Password(other.identity().userName(), other.password())))
                .isEqualTo(new GrantRefused());
        assertThat(caller.refresh(Secret.generate())).isEqualTo(new GrantRefused());
        assertThat(caller.refresh(othersRefreshToken)).isEqualTo(new GrantRefused());

        assertThat(reasons())
                .containsExactly(
                        "unknown-user",
                        "wrong-password",
                        "other-connections-user",
                        "unknown-refresh-token",
                        "other-connections-token");
    }

    @Test
    void valuesOfTheTwoSecretsAreNotExchangeable() {
        Caller swapped = caller.withClientSecret(caller.password()).withPassword(caller.clientSecret());

        assertThat(swapped.signIn()).isEqualTo(new ClientRefused());
        assertThat(swapped.withClientSecret(caller.clientSecret()).signIn()).isEqualTo(new GrantRefused());
    }

    @Test
    void unknownClientCostsTheSameWorkAsAWrongSecret() {
        Work unknown = workOf(() -> caller.withIdentity(named("nobody", "x")).signIn());
        Work wrong = workOf(() -> caller.withClientSecret(Secret.generate()).signIn());

        assertThat(unknown).isEqualTo(wrong);
    }

    @Test
    void clientOfAnotherSetUpCostsTheSameWorkAndLooksUnknown() {
        Work wrong = workOf(() -> caller.withClientSecret(Secret.generate()).signIn());
        beans.identities.closed.add(CONNECTION);
        Work closed = workOf(() -> assertThat(caller.signIn()).isEqualTo(new ClientRefused()));
        Work guessed = workOf(() ->
                assertThat(caller.withClientSecret(Secret.generate()).signIn()).isEqualTo(new ClientRefused()));

        assertThat(closed).isEqualTo(wrong).isEqualTo(guessed);
        assertThat(reasons()).containsExactly("wrong-client-secret", "client-switched-off");
    }

    @Test
    void tokensOfAnotherSetUpAreNoBearers() {
        Granted granted = caller.signedIn();

        beans.identities.closed.add(CONNECTION);

        assertThat(beans.bearers.callerOf(granted.accessToken().reveal())).isEmpty();
        assertThat(caller.refresh(Objects.requireNonNull(granted.refreshToken())))
                .isEqualTo(new ClientRefused());
    }

    @Test
    void everyBadRefreshTokenCostsTheSameWork() {
        Secret own = Objects.requireNonNull(caller.signedIn().refreshToken());
        Secret others = Objects.requireNonNull(other.signedIn().refreshToken());
        Work unknown = workOf(() -> caller.refresh(Secret.generate()));
        Work strange = workOf(() -> caller.refresh(others));
        beans.clock.advance(Duration.ofDays(10));
        Work expired = workOf(() -> caller.refresh(own));

        assertThat(unknown).isEqualTo(strange).isEqualTo(expired);
    }

    @Test
    void clientSignsInAloneWhereItMay() {
        beans.terms(CONNECTION, terms -> terms.withClientCredentials(true));

        Granted granted = (Granted) caller.clientAlone();

        assertThat(granted.refreshToken()).isNull();
        assertThat(granted.lifespan()).isEqualTo(Duration.ofMinutes(30));
        assertThat(beans.bearers.callerOf(granted.accessToken().reveal()))
                .contains(new InboundCaller(CONNECTION, caller.identity().userName(), false));
        assertThat(lastUsed(InboundSecret.INBOUND_CLIENT_SECRET)).isEqualTo(beans.clock.instant());
        assertThat(lastUsed(InboundSecret.INTEGRATION_USER_PASSWORD)).isNull();
    }

    @Test
    void clientAloneIsToldThatItMayNotOnlyWhenItIsProven() {
        assertThat(caller.clientAlone()).isEqualTo(new GrantNotAllowed());
        assertThat(caller.withClientSecret(Secret.generate()).clientAlone()).isEqualTo(new ClientRefused());

        assertThat(reasons()).containsExactly("grant-switched-off", "wrong-client-secret");
        assertThat(lastUsed(InboundSecret.INBOUND_CLIENT_SECRET)).isNull();
    }

    @Test
    void grantThatIsSwitchedOffIsNoGuess() {
        for (int number = 0; number < 50; number++) {
            assertThat(caller.clientAlone()).isEqualTo(new GrantNotAllowed());
        }
    }

    @Test
    void everyBadUserCostsTheSameWork() {
        Work unknown = workOf(() -> caller.withIdentity(named(caller.identity().clientId(), "nobody"))
                .signIn());
        Work wrong = workOf(() -> caller.withPassword(Secret.generate()).signIn());
        Work strange = workOf(
                () -> caller.decide(new TokenGrant.Password(other.identity().userName(), other.password())));

        assertThat(unknown).isEqualTo(wrong).isEqualTo(strange);
    }

    @Test
    void auditTrailLearnsReasonAndAddressButNothingTyped() {
        Secret typed = Secret.generate();
        caller.withPassword(typed).signIn();

        InboundBeans.AuditLine line = beans.audit.get(0);
        assertThat(line.action()).isEqualTo("caller-refused");
        assertThat(line.connectionId()).isEqualTo(CONNECTION);
        assertThat(line.detail()).containsEntry("reason", "wrong-password").containsEntry("address", ADDRESS);
        assertThat(line.toString()).doesNotContain(typed.reveal());
    }

    @Test
    void firstUseOfBothValuesIsNotedWithTheTokens() {
        caller.signedIn();

        assertThat(lastUsed(InboundSecret.INBOUND_CLIENT_SECRET)).isEqualTo(beans.clock.instant());
        assertThat(lastUsed(InboundSecret.INTEGRATION_USER_PASSWORD)).isEqualTo(beans.clock.instant());
    }

    @Test
    void refusedSignInUsesNothing() {
        caller.withPassword(Secret.generate()).signIn();

        assertThat(lastUsed(InboundSecret.INBOUND_CLIENT_SECRET)).isNull();
    }

    @Test
    void laterUsesAreWrittenOnceAMinute() {
        caller.signedIn();
        beans.clock.advance(Duration.ofSeconds(1));
        for (int number = 0; number < 100; number++) {
            caller.signedIn();
        }
        int afterBurst = beans.identities.useWrites;
        beans.clock.advance(Duration.ofMinutes(1));
        caller.signedIn();

        assertThat(afterBurst).isEqualTo(3);
        assertThat(beans.identities.useWrites).isEqualTo(6);
        assertThat(lastUsed(InboundSecret.INBOUND_CLIENT_SECRET)).isEqualTo(beans.clock.instant());
    }

    @Test
    void callsAreRememberedForTheConnection() {
        assertThat(beans.registry.lastCallAt(CONNECTION)).isEmpty();
        Granted granted = caller.signedIn();
        beans.clock.advance(Duration.ofMinutes(5));

        beans.bearers.callerOf(granted.accessToken().reveal());

        assertThat(beans.registry.lastCallAt(CONNECTION)).contains(beans.clock.instant());
        assertThat(beans.registry.lastCallAt(OTHER_CONNECTION)).isEmpty();
    }

    @Test
    void valueThatWasReplacedInTheMomentOfItsUseGivesNoToken() {
        beans.identities.replacedMeanwhile = true;

        assertThat(caller.signIn()).isEqualTo(new GrantRefused());
        assertThat(beans.tokens.tokens).isEmpty();
        assertThat(reasons()).containsExactly("value-replaced");
    }

    private record Work(int hashes, int identityReads, int probeReads, int tokenReads) {}

    private Work workOf(Runnable request) {
        Work before = workSoFar();
        request.run();
        Work after = workSoFar();
        return new Work(
                after.hashes - before.hashes,
                after.identityReads - before.identityReads,
                after.probeReads - before.probeReads,
                after.tokenReads - before.tokenReads);
    }

    private Work workSoFar() {
        return new Work(
                beans.hasher.hashesSoFar(),
                beans.identities.readsSoFar(),
                beans.tickets.readsSoFar(),
                beans.tokens.readsSoFar());
    }

    private List<String> reasons() {
        return beans.audit.stream().map(line -> line.detail().get("reason")).toList();
    }

    private Instant lastUsed(InboundSecret which) {
        SecretVersion version = beans.registry.versions(CONNECTION, which).get(0);
        return version.lastUsedAt();
    }

    private InboundIdentity named(String clientId, String userName) {
        return InboundIdentity.named(CONNECTION, clientId, userName);
    }
}
