package dev.supportlink.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HtmlTextTest {

    @Test
    void escapesWhatMeansSomething() {
        assertThat(HtmlText.escape("<a href=\"x\" title='y'>&amp;</a>"))
                .isEqualTo("&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;");
        assertThat(HtmlText.escape("one\r\ntwo\tthree")).isEqualTo("one&#13;&#10;two&#9;three");
    }

    @Test
    void replacesWhatNoPageMayHold() {
        assertThat(HtmlText.escape("a\0b\u0007c\ud800d\ufffee")).isEqualTo("a\ufffdb\ufffdc\ufffdd\ufffde");
        assertThat(HtmlText.escape("😀 ß עברית")).isEqualTo("😀 ß עברית");
        assertThat(HtmlText.escape("user\u202eresu\u2066\u200f")).isEqualTo("user\ufffdresu\ufffd\ufffd");
    }

    @Property
    void leavesNothingThatBeginsMarkup(@ForAll String text) {
        assertThat(HtmlText.escape(text))
                .doesNotContain("<", ">", "\"", "'")
                .doesNotContainPattern("&(?!(amp|lt|gt|quot|#\\d+);)");
    }
}
