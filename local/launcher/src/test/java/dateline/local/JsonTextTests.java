package dateline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTextTests {
    @Test
    void anAnswerIsReadWithAllThatJsonMayHold() {
        var read = JsonText.object("""
                {"id": "replay-1", "total": 1234567, "rate": 1.5e2, "live": true, "none": null,
                 "text": "a \\"b\\" \\u00e9\\n→", "list": [{"name": "x"}, {"name": "y", "inner": {"n": -3}}], "empty": [], "no": {}}
                """);

        assertThat(JsonText.string(read, "id")).isEqualTo("replay-1");
        assertThat(JsonText.number(read, "total")).isEqualTo(1_234_567);
        assertThat(JsonText.number(read, "rate")).isEqualTo(150);
        assertThat(read.get("live")).isEqualTo(true);
        assertThat(read).doesNotContainKey("none");
        assertThat(JsonText.string(read, "text")).isEqualTo("a \"b\" é\n→");
        assertThat(JsonText.objects(read, "list")).hasSize(2);
        assertThat(JsonText.number(
                        JsonText.member(JsonText.objects(read, "list").get(1), "inner"), "n"))
                .isEqualTo(-3);
        assertThat(JsonText.objects(read, "empty")).isEmpty();
        assertThat(JsonText.number(read, "missing")).isZero();
    }

    @Test
    void whatIsNoJsonIsSaidToBeNone() {
        for (var text : List.of("", "<html>", "[1]", "{\"a\": ", "{\"a\": x}")) {
            assertThatThrownBy(() -> JsonText.object(text))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageStartingWith("The answer is not JSON");
        }
    }
}
