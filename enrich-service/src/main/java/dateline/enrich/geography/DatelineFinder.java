package dateline.enrich.geography;

import dateline.contract.Block;
import dateline.contract.EntityType;
import dateline.contract.IncomingArticle;
import dateline.contract.Mention;
import dateline.enrich.knowledge.Entity;
import dateline.enrich.knowledge.EntityKind;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

    private static final Pattern PLACE = Pattern.compile(
            "[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}'’. -]{1,38}?(?=\\s*(?:[,(/—–:]|\\s-|(?<!\\b[SFM][Tt])\\.\\s|\\.?$))");

    /**
     * What may stand between the place and the mark: ", Ill.", ", 21 April", ", le 21 avril", ". April 21", ", Caspian Wire",
     * "(Reuters)".
     */
    private static final Pattern REST = Pattern.compile(
            "(?:\\s*[,/.]\\s*(?:(?:le|el|il|am|den|dnia)\\s+(?=\\d))?[\\p{Lu}\\p{Lo}\\d][^,()—–:\\n]{0,40}){0,3}\\s*(?:[(/][^()/\\n]{1,40}[)/])?\\s*");

    private static final Pattern REGION =
            Pattern.compile("^\\s*,\\s*([\\p{Lu}\\p{Lo}][\\p{L}\\p{M} .'’-]{2,30}?)\\s*(?:[,(—–:].*|$)");
    private static final Pattern DASH = Pattern.compile("\\s[—–-]{1,2}\\s|—\\s?|\\s--\\s");
    private static final Pattern DIGIT = Pattern.compile("\\d");

    private static final Regions.Answer NO_REGION = new Regions.Answer(false, false, null);

    private final Atlas atlas;
    private final PlaceNames names;
    private final Regions regions;

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
        this.regions = new Regions(atlas, names);
    }

    /** Mentions are in the order of the text. */
    Optional<Dateline> find(IncomingArticle article, List<Mention> allMentions) {
        Article mentions = new Article(allMentions, near(article, allMentions));
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
    private Optional<Dateline> opening(String text, int start, Article mentions) {
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
                if (end < 0 && isTown(mentions.mentionAt(start + at), place.end() - place.start())) {
                    end = colon(firstLine, place.end());
                }
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

    private Optional<Dateline> read(String dateline, String line, int start, Article article) {
        Matcher matcher = PLACE.matcher(dateline);
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        String name = matcher.group().strip();
        Mention mention = article.mentionAt(start);
        boolean place = mention != null && mention.type() == EntityType.PLACE;
        Entity tagged = mention == null ? null : atlas.find(mention.entityId()).orElse(null);
        if (tagged != null && !place) {
            // An agency or a person stands first.
            return article.placeWithin(start, start + dateline.length())
                    .map(one -> new Dateline(one.entityId(), one.surface(), one));
        }
        Matcher region = REGION.matcher(dateline.substring(matcher.end()));
        Regions.Answer answer = region.matches() ? regions.find(name, region.group(1)) : NO_REGION;
        if (answer.certain()) {
            // The writer says where it lies, so a namesake elsewhere is not meant.
            return Optional.of(new Dateline(
                    answer.town() == null
                            ? "nil:place:" + slug(name)
                            : answer.town().id(),
                    name,
                    mention));
        }
        Entity named = answer.stated() ? null : names.find(name, article.near()).orElse(null);
        if (named != null && isBetter(named, tagged, place)) {
            return Optional.of(new Dateline(named.id(), name, mention));
        }
        if (mention != null && place && mention.end() <= start + line.length()) {
            return Optional.of(new Dateline(mention.entityId(), name, mention));
        }
        // Nobody knows it, but it stands where places stand.
        return Optional.of(new Dateline("nil:place:" + slug(name), name, mention));
    }

    /** The tagger has read the article; it is overruled only by a far more prominent place of the same country. */
    private static boolean isBetter(Entity named, @Nullable Entity tagged, boolean place) {
        if (tagged == null) {
            return !place || named.prior() >= PROMINENT;
        }
        boolean sameCountry = named.country().equals(tagged.country());
        return sameCountry && named.prior() > tagged.prior() + MARGIN;
    }

    private static String slug(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
    }

    /** What an article says of places. */
    private record Article(List<Mention> mentions, Set<String> near) {
        @Nullable
        Mention mentionAt(int start) {
            return mentions.stream()
                    .filter(one -> one.field() == Mention.Field.BODY && one.start() == start)
                    .findFirst()
                    .orElse(null);
        }

        Optional<Mention> placeWithin(int start, int end) {
            return mentions.stream()
                    .filter(one -> one.field() == Mention.Field.BODY && one.type() == EntityType.PLACE)
                    .filter(one -> one.start() >= start && one.end() <= end)
                    .findFirst();
        }
    }

    /** The outlet's country, and those of what the article names. */
    private Set<String> near(IncomingArticle article, List<Mention> mentions) {
        Set<String> near = new HashSet<>();
        if (article.outlet().country() != null) {
            near.add(article.outlet().country());
        }
        mentions.stream()
                .map(Mention::entityId)
                .distinct()
                .forEach(id -> atlas.find(id).flatMap(Entity::country).ifPresent(near::add));
        return near;
    }

    /** Where the dateline ends that begins the line with a place; -1 if it is none. */
    private static int datelineEnd(String line, int placeEnd) {
        String place = line.substring(0, placeEnd);
        boolean capitals =
                place.equals(place.toUpperCase(Locale.ROOT)) && !place.equals(place.toLowerCase(Locale.ROOT));
        Matcher dash = DASH.matcher(line);
        if (dash.find(placeEnd)) {
            String rest = line.substring(placeEnd, dash.start());
            boolean marked = capitals || DIGIT.matcher(rest).find() || rest.indexOf('(') >= 0 || rest.startsWith("/");
            if (marked && REST.matcher(rest).matches() && beginsSentence(line, dash.end())) {
                return dash.start();
            }
        }
        for (String mark : new String[] {": ", ".- ", ". ", " "}) {
            for (int at = line.indexOf(mark, placeEnd); at >= 0; at = line.indexOf(mark, at + 1)) {
                String rest = line.substring(placeEnd, at);
                boolean dated = DIGIT.matcher(rest).find();
                boolean signed = rest.endsWith(")");
                boolean allowed = switch (mark) {
                    case ": " -> capitals || dated;
                    case ".- " -> dated || signed;
                    case ". " -> dated && (capitals || signed);
                    default -> dated && signed;
                };
                if (allowed && REST.matcher(rest).matches() && beginsSentence(line, at + mark.length())) {
                    return at;
                }
            }
        }
        return -1;
    }

    /** A town's name and a colon, without capitals or date, as Indian papers write. */
    private static int colon(String line, int placeEnd) {
        return line.startsWith(": ", placeEnd) && beginsSentence(line, placeEnd + 2) ? placeEnd : -1;
    }

    private boolean isTown(@Nullable Mention mention, int length) {
        return mention != null
                && mention.end() - mention.start() == length
                && atlas.find(mention.entityId())
                        .filter(one -> one.kind() == EntityKind.CITY)
                        .isPresent();
    }

    private static boolean beginsSentence(String line, int at) {
        return at < line.length()
                && !Character.isLowerCase(line.codePointAt(at))
                && !Character.isWhitespace(line.charAt(at));
    }
}
