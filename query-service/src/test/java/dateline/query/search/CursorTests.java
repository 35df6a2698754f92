package dateline.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class CursorTests {
    private static final String ID = "0123456789abcdef0123456789abcdef";

    @Test
    void whatIsWrittenIsReadAgain() {
        for (Sort sort : Sort.values()) {
            Cursor cursor = new Cursor(sort, 3.1415927f, -62135596800000L, ID);

            assertThat(Cursor.decode(cursor.encode())).contains(cursor);
        }
    }

    @Test
    void itNeedsNoEscapingInAUrl() {
        assertThat(new Cursor(Sort.NEWEST, 0, 1776762000000L, ID).encode()).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void anythingElseIsNoCursor() {
        for (String text : new String[] {
            "",
            "x",
            "%%%",
            encoded("1 NEWEST 0 5"),
            encoded("2 NEWEST 0 5 " + ID),
            encoded("1 BEST 0 5 " + ID),
            encoded("1 NEWEST 0 five " + ID),
            encoded("1 NEWEST 0 5 id"),
            encoded("1 NEWEST 7fc00000 5 " + ID),
            "A".repeat(5000)
        }) {
            assertThat(Cursor.decode(text)).as(text).isEmpty();
        }
    }

    private static String encoded(String plain) {
        return Base64.getUrlEncoder().encodeToString(plain.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
