package dateline.ingest.encoding;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Reads UTF-8 with stray bytes in it, which are nearly always windows-1252 pasted in by an editor. */
final class Utf8Repair {
    private static final Charset STRAY = Charset.forName("windows-1252");
    private static final int GOOD_PER_BAD = 4;

    private Utf8Repair() {}

    static boolean isValid(byte[] bytes, int from) {
        int i = from;
        while (i < bytes.length) {
            int length = bytes[i] >= 0 ? 1 : sequence(bytes, i);
            if (length == 0) {
                return false;
            }
            i += length;
        }
        return true;
    }

    /** Whether by far the most bytes beyond ASCII form valid sequences. */
    static boolean isMostlyUtf8(byte[] bytes) {
        long good = 0;
        long bad = 0;
        int i = 0;
        while (i < bytes.length) {
            int length = bytes[i] >= 0 ? 1 : sequence(bytes, i);
            good += length > 1 ? 1 : 0;
            bad += length == 0 ? 1 : 0;
            i += Math.max(1, length);
        }
        return good > bad * GOOD_PER_BAD;
    }

    static String decode(byte[] bytes) {
        StringBuilder out = new StringBuilder(bytes.length);
        int start = 0;
        int i = 0;
        while (i < bytes.length) {
            int length = bytes[i] >= 0 ? 1 : sequence(bytes, i);
            if (length == 0) {
                out.append(new String(bytes, start, i - start, StandardCharsets.UTF_8));
                out.append(new String(bytes, i, 1, STRAY));
                i++;
                start = i;
            } else {
                i += length;
            }
        }
        return out.append(new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8))
                .toString();
    }

    /** Length of the valid sequence beyond ASCII that begins here, or 0 (RFC 3629, section 4). */
    private static int sequence(byte[] bytes, int i) {
        int first = bytes[i] & 0xff;
        int length = first >= 0xc2 && first <= 0xdf
                ? 2
                : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0;
        if (length == 0 || i + length > bytes.length) {
            return 0;
        }
        for (int k = 1; k < length; k++) {
            if ((bytes[i + k] & 0xc0) != 0x80) {
                return 0;
            }
        }
        int second = bytes[i + 1] & 0xff;
        boolean overlong = first == 0xe0 && second < 0xa0 || first == 0xf0 && second < 0x90;
        boolean surrogate = first == 0xed && second >= 0xa0;
        boolean beyond = first == 0xf4 && second >= 0x90;
        return overlong || surrogate || beyond ? 0 : length;
    }
}
