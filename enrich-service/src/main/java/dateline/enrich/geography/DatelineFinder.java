package dateline.enrich.geography;

import dateline.contract.Block;
import dateline.contract.EntityType;
import dateline.contract.IncomingArticle;
import dateline.contract.Mention;
import dateline.enrich.knowledge.Entity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the place that a story was written in: what its dateline block begins with, or, where extraction made no such
 * block, what opens the body if nothing but what belongs to a dateline (region, day, agency) follows up to a dash, a colon
 * or, after capitals and a date, a full stop.
 */
final class DatelineFinder {
    private static final int LONGEST = 90;
    private static final int LINES = 3;
    /** How much more prominent a place of the same name must be than the one that the tagger chose. */
    private static final double MARGIN = 0.1;
    /** What a town needs to be meant by a name that the tagger took for an unknown place. */
    private static final double PROMINENT = 0.3;

    private static final Pattern PLACE =
            Pattern.compile("[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}'’. -]{1,38}?(?=\\s*(?:[,(/—–:]|\\s-|\\.\\s|\\.?$))");

    /** What may stand between the place and the mark: ", Ill.", ", 21 April", ", Caspian Wire", "(Reuters)". */
    private static final Pattern REST = Pattern.compile(
            "(?:\\s*[,/]\\s*[\\p{Lu}\\p{Lo}\\d][^,()—–:\\n]{0,40}){0,3}\\s*(?:[(/][^()/\\n]{1,40}[)/])?\\s*");

    private static final Pattern REGION =
            Pattern.compile("^\\s*,\\s*([\\p{Lu}\\p{Lo}][\\p{L}\\p{M} .'’-]{2,30}?)\\s*(?:[,(—–:].*|$)");
    private static final Pattern DASH = Pattern.compile("\\s[—–-]{1,2}\\s|—\\s?|\\s--\\s");
    private static final Pattern DIGIT = Pattern.compile("\\d");

    private final Atlas atlas;
    private final PlaceNames names;

    /**
     * What was found.
     *
     * @param entityId the place
     * @param name as the text has it
     * @param mention the tagger's own mention of it, if it made one
     */
    record Dateline(String entityId, String name, @Nullable Mention mention) {}

    DatelineFinder(Atlas atlas, PlaceNames names) {
        this.atlas = atlas;
        this.names = names;
    }

    /** Mentions are in the order of the text. */
    Optional<Dateline> find(IncomingArticle article, List<Mention> mentions) {
        int start = 0;
        boolean first = true;
        for (Block block : article.blocks()) {
            if (!block.kind().isBody()) {
                continue;
            }
            if (block.kind() == Block.Kind.DATELINE) {
                return read(block.text(), block.text(), start, mentions);
            }
            if (first && block.kind() != Block.Kind.HEADING) {
                first = false;
                Optional<Dateline> found = opening(block.text(), start, mentions);
                if (found.isPresent()) {
                    return found;
                }
            }
            start += block.text().length() + IncomingArticle.BLOCK_SEPARATOR.length();
        }
        return Optional.empty();
    }

    /** A file's block may have lines above the dateline. */
    private Optional<Dateline> opening(String text, int start, List<Mention> mentions) {
        int at = 0;
        for (int line = 0; line < LINES && at < text.length(); line++) {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            String head = text.substring(at, Math.min(text.length(), at + LONGEST));
            int newLine = head.indexOf('\n');
            String firstLine = newLine < 0 ? head : head.substring(0, newLine);
            Matcher place = PLACE.matcher(firstLine);
            if (place.lookingAt()) {
                int end = datelineEnd(firstLine, place.end());
                Optional<Dateline> found =
                        end < 0 ? Optional.empty() : read(firstLine.substring(0, end), firstLine, start + at, mentions);
                if (found.isPresent()) {
                    return found;
                }
            }
            int next = text.indexOf('\n', at);
            if (next < 0 || next > at + LONGEST) {
                break;
            }
            at = next;
        }
        return Optional.empty();
    }

    private Optional<Dateline> read(String dateline, String line, int start, List<Mention> mentions) {
        Matcher matcher = PLACE.matcher(dateline);
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        String name = matcher.group().strip();
        Mention mention = mentions.stream()
                .filter(one -> one.field() == Mention.Field.BODY && one.start() == start)
                .findFirst()
                .orElse(null);
        Entity tagged = mention == null || mention.type() != EntityType.PLACE
                ? null
                : atlas.find(mention.entityId()).orElse(null);
        Entity named = named(name, dateline.substring(matcher.end()));
        boolean unknownPlace = mention != null && mention.type() == EntityType.PLACE && tagged == null;
        if (named != null
                && (tagged == null
                        ? !unknownPlace || named.prior() >= PROMINENT
                        : named.prior() > tagged.prior() + MARGIN)) {
            return Optional.of(new Dateline(named.id(), name, mention));
        }
        if (mention == null || mention.type() != EntityType.PLACE || mention.end() > start + line.length()) {
            return Optional.empty();
        }
        return Optional.of(new Dateline(mention.entityId(), name, mention));
    }

    /** The most prominent place of that name, in the country that stands behind it if one does. */
    private @Nullable Entity named(String name, String rest) {
        Matcher region = REGION.matcher(rest);
        String country = region.matches()
                ? names.find(region.group(1), null).flatMap(Entity::country).orElse(null)
                : null;
        Entity within = country == null ? null : names.find(name, country).orElse(null);
        return within != null ? within : names.find(name, null).orElse(null);
    }

    /** Where the dateline ends that begins the line with a place; -1 if it is none. */
    private static int datelineEnd(String line, int placeEnd) {
        Matcher dash = DASH.matcher(line);
        if (dash.find(placeEnd)
                && REST.matcher(line.substring(placeEnd, dash.start())).matches()
                && beginsSentence(line, dash.end())) {
            return dash.start();
        }
        String place = line.substring(0, placeEnd);
        boolean capitals =
                place.equals(place.toUpperCase(Locale.ROOT)) && !place.equals(place.toLowerCase(Locale.ROOT));
        for (String mark : new String[] {": ", ". "}) {
            for (int at = line.indexOf(mark, placeEnd); at >= 0; at = line.indexOf(mark, at + 1)) {
                String rest = line.substring(placeEnd, at);
                boolean dated = DIGIT.matcher(rest).find();
                boolean allowed = mark.equals(": ") ? capitals || dated : capitals && dated;
                if (allowed && REST.matcher(rest).matches() && beginsSentence(line, at + 2)) {
                    return at;
                }
            }
        }
        return -1;
    }

    private static boolean beginsSentence(String line, int at) {
        return at < line.length()
                && !Character.isLowerCase(line.codePointAt(at))
                && !Character.isWhitespace(line.charAt(at));
    }
}
