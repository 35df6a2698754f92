package dateline.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class CursorTests {
    private static final String ID = "0123456789abcdef0123456789abcdef";

    @Test
    void whatIsWrittenIsReadAgain() {
        for (Sort sort : Sort.values()) {
            for (String view : new String[] {null, "46ToAwMDaWR4BXV1aWQrAgZub2RlXzMAAAAAAAAAAAEBYQADaWR5/w=="}) {
                Cursor cursor = new Cursor(sort, 3.1415927f, -62135596800000L, ID, -5, view);

                assertThat(Cursor.decode(cursor.encode())).contains(cursor);
            }
        }
    }

    @Test
    void itNeedsNoEscapingInAUrl() {
        assertThat(new Cursor(Sort.NEWEST, 0, 1776762000000L, ID, 7, null).encode())
                .matches("[A-Za-z0-9_-]+");
    }

    @Test
    void anythingElseIsNoCursor() {
        for (String text : new String[] {
            "",
            "x",
            "%%%",
            encoded("1 NEWEST 0 5 " + ID),
            encoded("2 NEWEST 0 5 " + ID),
            encoded("3 NEWEST 0 5 " + ID + " 1 -"),
            encoded("2 BEST 0 5 " + ID + " 1 -"),
            encoded("2 NEWEST 0 five " + ID + " 1 -"),
            encoded("2 NEWEST 0 5 id 1 -"),
            encoded("2 NEWEST 7fc00000 5 " + ID + " 1 -"),
            encoded("2 NEWEST 0 5 " + ID + " one -"),
            encoded("2 NEWEST 0 5 " + ID + " 1 {}"),
            encoded("2 NEWEST 0 5 " + ID + " 1 "),
            "A".repeat(7000)
        }) {
            assertThat(Cursor.decode(text)).as(text).isEmpty();
        }
    }

    @Test
    void queriesAreToldApart() {
        int bridges = Cursor.question(new TextQuery.Word("bridge"), Filters.NONE, Sort.NEWEST);

        assertThat(bridges).isEqualTo(Cursor.question(new TextQuery.Word("bridge"), Filters.NONE, Sort.NEWEST));
        assertThat(Cursor.question(new TextQuery.Word("tolls"), Filters.NONE, Sort.NEWEST))
                .isNotEqualTo(bridges);
        assertThat(Cursor.question(new TextQuery.Word("bridge"), Filters.NONE.with(Trait.REVISED, true), Sort.NEWEST))
                .isNotEqualTo(bridges);
        assertThat(Cursor.question(new TextQuery.Word("bridge"), Filters.NONE, Sort.OLDEST))
                .isNotEqualTo(bridges);
    }

    private static String encoded(String plain) {
        return Base64.getUrlEncoder().encodeToString(plain.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
