package dateline.enrich.geography;

import dateline.contract.Block;
import dateline.contract.EntityType;
import dateline.contract.IncomingArticle;
import dateline.contract.Mention;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the mention of the place that a story was written in: the first place of its dateline block, or, where the
 * extraction made no such block, a place that opens the body and is followed by nothing but what belongs to a dateline
 * (region, day, agency) up to a dash, a colon or, after capitals or a date, a full stop.
 */
final class DatelineFinder {
    private static final int LONGEST = 90;

    /** What may stand between the place and the mark: ", Ill.", ", 21 April", ", Caspian Wire", "(Reuters)". */
    private static final Pattern REST = Pattern.compile(
            "((?:,\\s*|\\s+)[\\p{Lu}\\p{Lo}\\d/][^,()—–:\\n]{0,40}){0,3}\\s*(?:[(/][^()/\\n]{1,40}[)/])?\\s*");

    private static final Pattern DASH = Pattern.compile("\\s[—–-]{1,2}\\s|—\\s?|\\s--\\s");
    private static final Pattern DIGIT = Pattern.compile("\\d");

    private DatelineFinder() {}

    /** Mentions are in the order of the text. */
    static Optional<Mention> find(IncomingArticle article, List<Mention> mentions) {
        int start = 0;
        for (Block block : article.blocks()) {
            if (!block.kind().isBody()) {
                continue;
            }
            int end = start + block.text().length();
            if (block.kind() == Block.Kind.DATELINE) {
                return within(mentions, start, end);
            }
            if (start == 0 && block.kind() != Block.Kind.HEADING) {
                Optional<Mention> found = opening(block.text(), mentions);
                if (found.isPresent()) {
                    return found;
                }
            }
            start = end + IncomingArticle.BLOCK_SEPARATOR.length();
        }
        return Optional.empty();
    }

    private static Optional<Mention> within(List<Mention> mentions, int start, int end) {
        return mentions.stream()
                .filter(mention -> mention.field() == Mention.Field.BODY && mention.type() == EntityType.PLACE)
                .filter(mention -> mention.start() >= start && mention.end() <= end)
                .findFirst();
    }

    private static Optional<Mention> opening(String text, List<Mention> mentions) {
        String head = text.substring(0, Math.min(text.length(), LONGEST));
        return within(mentions, 0, head.length())
                .filter(mention -> mention.start() == 0)
                .filter(mention -> isDateline(head, mention.end()));
    }

    private static boolean isDateline(String head, int placeEnd) {
        Matcher dash = DASH.matcher(head);
        if (dash.find(placeEnd)) {
            boolean fits = REST.matcher(head.substring(placeEnd, dash.start())).matches();
            if (fits && beginsSentence(head, dash.end())) {
                return true;
            }
        }
        String place = head.substring(0, placeEnd);
        boolean capitals =
                place.equals(place.toUpperCase(Locale.ROOT)) && !place.equals(place.toLowerCase(Locale.ROOT));
        for (String mark : new String[] {": ", ". "}) {
            for (int at = head.indexOf(mark, placeEnd); at >= 0; at = head.indexOf(mark, at + 1)) {
                String rest = head.substring(placeEnd, at);
                boolean dated = DIGIT.matcher(rest).find();
                boolean allowed = mark.equals(": ") ? capitals || dated : capitals && dated;
                if (allowed && REST.matcher(rest).matches() && beginsSentence(head, at + 2)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean beginsSentence(String head, int at) {
        return at < head.length()
                && !Character.isLowerCase(head.codePointAt(at))
                && !Character.isWhitespace(head.charAt(at));
    }
}
