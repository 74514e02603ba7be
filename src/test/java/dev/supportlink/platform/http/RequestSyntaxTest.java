package dev.supportlink.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestSyntaxTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/oauth_token.do", "/api/now/table/incident/0a;v=1", "/a/%C3%A4", "/a~b/(c)'*"})
    void letsRightPathsThrough(String path) {
        assertThat(RequestSyntax.pathFault(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/<script>", "/a|b", "/\u00e4", "/%", "/%zz", "/%ff", "/%C3%28", "/%ED%A0%80", "/a b", "/\\"})
    void refusesPathsThatAreNoUri(String path) {
        assertThat(RequestSyntax.pathFault(path))
                .hasValueSatisfying(problem -> assertThat(problem.status()).isEqualTo(400));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=b", "q=active=true^priority=1|x", "q=%C3%A4", "q=\u00c3\u00a4"})
    void letsReadableQueriesThrough(String query) {
        assertThat(RequestSyntax.queryFault(query)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%ff", "a=\u00ff", "a=%C3\u0028"})
    void refusesQueriesThatAreNoUtf8(String query) {
        assertThat(RequestSyntax.queryFault(query)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=utf-8",
                "APPLICATION/JSON;charset=\"UTF-8\"",
                "application/x-www-form-urlencoded;",
                "multipart/form-data; boundary=\"a b\"",
                "application/vnd.x+json"
            })
    void letsMediaTypesThrough(String type) {
        assertThat(RequestSyntax.contentTypeFault(type)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a/b/c",
                ";;;",
                "*/*",
                "application/*",
                "application/json; charset=nope",
                "text/plain; charset=(x)",
                "a/b;c=\"d"
            })
    void refusesWhatIsNoMediaType(String type) {
        assertThat(RequestSyntax.contentTypeFault(type))
                .hasValueSatisfying(problem -> assertThat(problem.status()).isEqualTo(415));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/json",
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
                "application/json;q=0.9,*/*;q=0.1",
                "application/*+json;q=1.000 , text/plain;format=flowed;q=0"
            })
    void letsMediaRangesThrough(String accept) {
        assertThat(RequestSyntax.acceptFault(Collections.enumeration(List.of(accept))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", ";q=", "application/json;q=abc", "application/json;q=", "*/*;q=1.5", "*/*;q=-1", "a/b,"
            })
    void refusesWhatIsNoMediaRange(String accept) {
        assertThat(RequestSyntax.acceptFault(Collections.enumeration(List.of("*/*", accept))))
                .hasValueSatisfying(problem -> assertThat(problem.status()).isEqualTo(400));
    }

    @Property(tries = 10_000)
    void pathsThatPassAreUris(@ForAll @CharRange(from = 0, to = 255) String path) {
        if (RequestSyntax.pathFault(path).isEmpty()) {
            assertThat(URI.create("http://localhost/" + path).getRawPath()).isEqualTo("/" + path);
        }
    }

    @Property(tries = 10_000)
    void answersWhateverTheHeaders(
            @ForAll @Chars({';', ',', '/', '*', 'q', '=', '.', '0', '1', '"', ' ', 'a'}) String text) {
        assertThat(RequestSyntax.contentTypeFault(text).isPresent()).isIn(true, false);
        assertThat(RequestSyntax.acceptFault(Collections.enumeration(List.of(text)))
                        .isPresent())
                .isIn(true, false);
    }
}
