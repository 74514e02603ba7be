package dev.supportlink.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportlink.platform.problem.StaleRevision;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreconditionsTest {

    @Test
    void etagIsTheQuotedRevision() {
        assertThat(Preconditions.etag(7)).isEqualTo("\"7\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", " \"7\" ", "\"6\", \"7\"", "\"6\",\"7\"", "*"})
    void presentRevisionPasses(String ifMatch) {
        assertThatCode(() -> require(ifMatch)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "\"77\"", "W/\"7\"", "\"\"", "\"6\", W/\"7\""})
    void otherRevisionsAndWeakTagsAreStale(String ifMatch) {
        assertThatThrownBy(() -> require(ifMatch)).isInstanceOf(StaleRevision.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "\"7", "7\"", "\"7\" \"8\"", "null", ","})
    void whatIsNoEntityTagIsUnreadable(String ifMatch) {
        assertThatThrownBy(() -> require(ifMatch)).isInstanceOf(UnreadableRequest.class);
    }

    @Test
    void missingHeaderIsRequired() {
        assertThatThrownBy(() -> Preconditions.requireMatch(headers(null), 7, "The user"))
                .isInstanceOf(PreconditionRequired.class)
                .hasMessageStartingWith("The user can be changed only with If-Match");
    }

    private static void require(String ifMatch) {
        Preconditions.requireMatch(headers(List.of(ifMatch)), 7, "The user");
    }

    private static HttpHeaders headers(List<String> ifMatch) {
        return (HttpHeaders) Proxy.newProxyInstance(
                PreconditionsTest.class.getClassLoader(),
                new Class<?>[] {HttpHeaders.class},
                (proxy, method, given) -> {
                    assertThat(given).containsExactly("If-Match");
                    return ifMatch;
                });
    }
}
