package dateline.ingest.feed;

import java.util.Locale;
import org.jsoup.parser.Tag;

/**
 * Whether a text that nobody labelled is HTML: it has a tag that is closed or a character reference, and all its tags
 * and references are ones that HTML knows.
 */
final class LooksLikeHtml {
    private LooksLikeHtml() {}

    static boolean test(String text) {
        boolean references = text.indexOf('&') >= 0;
        if (references && !CharacterReferences.areAllKnown(text)) {
            return false;
        }
        int tags = 0;
        boolean closed = false;
        for (int i = text.indexOf('<'); i >= 0; i = text.indexOf('<', i + 1)) {
            int start = i + 1;
            boolean end = start < text.length() && text.charAt(start) == '/';
            start += end ? 1 : 0;
            int stop = start;
            while (stop < text.length() && Character.isLetterOrDigit(text.charAt(stop)) && stop - start < 20) {
                stop++;
            }
            if (stop == start) {
                continue;
            }
            String name = text.substring(start, stop).toLowerCase(Locale.ROOT);
            if (!Tag.isKnownTag(name)) {
                return false;
            }
            closed |= end || name.equals("br") || name.equals("img") || name.equals("hr");
            tags++;
        }
        return tags == 0 ? references : closed;
    }
}
