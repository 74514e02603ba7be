package dev.supportlink.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URI;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryStringTest {

    @ParameterizedTest
    @ValueSource(strings = {"%", "a=%", "a=%2", "a=%zz", "a=%2g&b", "%%20"})
    void seesBrokenEscapes(String query) {
        assertThat(QueryString.isBroken(query)).isTrue();
    }

    @Test
    void escapesWhatPeopleTypeIntoCurl() {
        assertThat(QueryString.escaped("q=active=true^priority=1|\"x\"&f=%5E"))
                .isEqualTo("q=active=true%5Epriority=1%7C%22x%22&f=%5E");
        assertThat(QueryString.escaped("q=\u00e4")).isEqualTo("q=%E4");
    }

    @Property
    void everythingButBrokenEscapesBecomesAUri(@ForAll @CharRange(from = 0, to = 255) String query) {
        Assume.that(!QueryString.isBroken(query));

        assertThatCode(() -> URI.create("http://localhost/?" + QueryString.escaped(query)))
                .doesNotThrowAnyException();
    }
}
