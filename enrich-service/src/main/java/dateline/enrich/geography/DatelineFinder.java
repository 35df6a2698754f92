package dateline.enrich.geography;

import dateline.contract.Block;
import dateline.contract.EntityType;
import dateline.contract.IncomingArticle;
import dateline.contract.Mention;
import dateline.enrich.knowledge.Entity;
import dateline.enrich.knowledge.EntityKind;
import dateline.enrich.token.Folding;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the place that a story was written in: what its dateline block begins with, or, where extraction made no such
 * block, what opens the body if it has the form of one.
 */
final class DatelineFinder {
    private static final int LONGEST = 200;
    /** How long a line may be that stands above the dateline. */
    private static final int LONGEST_ABOVE = 90;

    private static final int LINES = 3;
    /** How much more prominent a place of the same name must be than the one that the tagger chose. */
    private static final double MARGIN = 0.1;
    /** How much more prominent a place abroad must be than one of the outlet's own country. */
    private static final double ABROAD = 0.25;
    /** What a town needs to be meant by a name that the tagger took for an unknown place. */
    private static final double PROMINENT = 0.3;

    private static final Pattern PLACE = Pattern.compile(
            "[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}'’. -]{1,38}?(?=\\s*(?:[,(/—–:]|\\s-|(?<!\\b[SFM][Tt])\\.\\s|\\.?$))");

    /** A German reporter's, before a dateline in capitals: "hmk. FRANKFURT". */
    private static final Pattern INITIALS = Pattern.compile("\\p{Ll}{2,5}\\. (?=\\p{Lu}{3})");

    private static final Pattern REGION =
            Pattern.compile("^\\s*,\\s*([\\p{Lu}\\p{Lo}][\\p{L}\\p{M} .'’-]{2,30}?)\\s*(?:[,(—–:].*|$)");
    private static final int SHORTEST_PART = 4;

    /** How a town's name and what stands in brackets behind it make one; {@code *} is the latter. */
    private static final List<String> QUALIFIED =
            List.of(" (*)", " an der *", " am *", " im *", " in *", "-*", " sur *", "-sur-*", " nad *", " del *");

    private static final Regions.Answer NO_REGION = new Regions.Answer(false, false, null);

    private final Atlas atlas;
    private final PlaceNames names;
    private final Regions regions;
    private final DatelineForm forms;
    private final EastAsianDateline eastAsian;

    /**
     * What was found.
     *
     * @param entityId the place
     * @param name as the text has it
     * @param mention the tagger's own mention of it, if it made one
     */
    record Dateline(String entityId, String name, @Nullable Mention mention) {}

    DatelineFinder(Atlas atlas, PlaceNames names, DatelineWords words) {
        this.atlas = atlas;
        this.names = names;
        this.regions = new Regions(atlas, names);
        this.forms = new DatelineForm(names, regions, words);
        this.eastAsian = new EastAsianDateline(names);
    }

    /** Mentions are in the order of the text. */
    Optional<Dateline> find(IncomingArticle article, List<Mention> allMentions) {
        Article mentions = new Article(
                allMentions, near(article, allMentions), article.outlet().country());
        int start = 0;
        boolean first = true;
        for (Block block : article.blocks()) {
            if (!block.kind().isBody()) {
                continue;
            }
            if (block.kind() == Block.Kind.DATELINE) {
                return read(block.text(), start, mentions);
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
            Matcher initials = INITIALS.matcher(text).region(at, text.length());
            at = initials.lookingAt() ? initials.end() : at;
            String head = text.substring(at, Math.min(text.length(), at + LONGEST));
            int newLine = head.indexOf('\n');
            String firstLine = newLine < 0 ? head : head.substring(0, newLine);
            boolean whole = newLine >= 0 || at + head.length() == text.length();
            DatelineForm.Found found = eastAsian.find(firstLine);
            if (found == null) {
                found = forms.find(firstLine, whole, mentions.country());
            }
            if (found != null) {
                return Optional.of(resolve(found, start + at, mentions));
            }
            int next = text.indexOf('\n', at);
            if (next < 0 || next > at + LONGEST_ABOVE) {
                break;
            }
            at = next;
        }
        return Optional.empty();
    }

    /** A block of its own is believed, whatever form it has. */
    private Optional<Dateline> read(String dateline, int start, Article article) {
        DatelineForm.Found found = eastAsian.find(dateline);
        if (found == null) {
            found = forms.find(dateline, true, article.country());
        }
        if (found == null) {
            Matcher matcher = PLACE.matcher(dateline);
            if (!matcher.lookingAt()) {
                return Optional.empty();
            }
            Mention mention = article.mentionAt(start);
            if (mention != null
                    && mention.type() != EntityType.PLACE
                    && names.all(matcher.group().strip()).isEmpty()) {
                // An agency or a person stands first.
                return article.placeWithin(start, start + dateline.length())
                        .map(one -> new Dateline(one.entityId(), one.surface(), one));
            }
            Matcher region = REGION.matcher(dateline.substring(matcher.end()));
            found = new DatelineForm.Found(
                    matcher.group().strip(), 0, region.matches() ? List.of(region.group(1)) : List.of());
        }
        return Optional.of(resolve(found, start, article));
    }

    private Dateline resolve(DatelineForm.Found found, int lineStart, Article article) {
        String name = found.name();
        Mention mention = article.mentionAt(lineStart + found.start());
        boolean place = mention != null && mention.type() == EntityType.PLACE;
        Entity tagged =
                mention != null && place ? atlas.find(mention.entityId()).orElse(null) : null;
        Entity whole = qualified(found, article);
        if (whole != null) {
            return new Dateline(whole.id(), name, mention);
        }
        Regions.Answer answer = answer(found);
        if (answer.certain()) {
            // The writer says where it lies, so a namesake elsewhere is not meant.
            return new Dateline(
                    answer.town() == null
                            ? "nil:place:" + slug(name)
                            : answer.town().id(),
                    name,
                    mention);
        }
        Entity named = answer.stated()
                ? null
                : names.find(name, article.near())
                        .map(one -> capital(name, one))
                        .orElse(null);
        if (named != null && isBetter(named, tagged, place, article.country())) {
            return new Dateline(named.id(), name, mention);
        }
        Entity home = answer.stated() || tagged == null ? null : home(name, tagged, article);
        if (home != null) {
            return new Dateline(home.id(), name, mention);
        }
        if (mention != null && place) {
            return new Dateline(
                    tagged == null ? mention.entityId() : capital(name, tagged).id(), name, mention);
        }
        // Nobody knows it, but it stands where places stand.
        return new Dateline("nil:place:" + slug(name), name, mention);
    }

    /** In a French paper Valence is not Valencia, unless something else in it is Spanish. */
    private @Nullable Entity home(String name, Entity tagged, Article article) {
        String country = article.country();
        if (country == null || country.equals(tagged.countryCode()) || article.namesOther(tagged, atlas)) {
            return null;
        }
        return names.all(name).stream()
                .filter(one -> one.kind() == EntityKind.CITY && country.equals(one.countryCode()))
                .filter(one -> one.prior() > tagged.prior() - ABROAD)
                .max(Comparator.comparingDouble(Entity::prior))
                .orElse(null);
    }

    /** "Frankfurt (Oder)" has its river in its name, in one language or another. */
    private @Nullable Entity qualified(DatelineForm.Found found, Article article) {
        if (found.behind().isEmpty()) {
            return null;
        }
        String behind = found.behind().getFirst();
        for (String between : QUALIFIED) {
            Entity entity = names.find(found.name() + between.replace("*", behind), article.near())
                    .orElse(null);
            if (entity != null) {
                return entity;
            }
        }
        String part = Folding.fold(behind);
        return part.length() < SHORTEST_PART
                ? null
                : names.all(found.name()).stream()
                        .filter(one -> one.kind() == EntityKind.CITY)
                        .filter(one -> one.names().stream()
                                .map(spelling -> Folding.fold(spelling.text()))
                                .anyMatch(spelling -> endsWithWord(spelling, part)))
                        .findFirst()
                        .orElse(null);
    }

    private static boolean endsWithWord(String name, String part) {
        int before = name.length() - part.length() - 1;
        return before > 0
                && name.endsWith(part)
                && (name.charAt(before) == ' ' || name.charAt(before) == '-' || name.charAt(before) == 'l');
    }

    private Regions.Answer answer(DatelineForm.Found found) {
        Regions.Answer best = NO_REGION;
        for (String behind : found.behind()) {
            Regions.Answer answer = regions.find(found.name(), behind);
            if (answer.town() != null) {
                return answer;
            }
            best = best.stated() ? best : answer;
        }
        return best;
    }

    /** Spanish and French call Guatemala's capital by the country's name, and a dateline names towns. */
    private Entity capital(String name, Entity named) {
        if (named.kind() != EntityKind.COUNTRY) {
            return named;
        }
        return Stream.concat(names.all(name).stream(), names.all(named.name() + " City").stream())
                .filter(one -> one.kind() == EntityKind.CITY && one.country().equals(named.country()))
                .filter(one -> one.prior() >= PROMINENT)
                .findFirst()
                .orElse(named);
    }

    /** The tagger has read the article; it is overruled only by a far more prominent place of the same country. */
    private static boolean isBetter(Entity named, @Nullable Entity tagged, boolean place, @Nullable String country) {
        if (tagged == null) {
            boolean home = named.kind() == EntityKind.CITY
                    && named.countryCode() != null
                    && named.countryCode().equals(country);
            return !place || home || named.prior() >= PROMINENT;
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
    private record Article(
            List<Mention> mentions,
            Set<String> near,
            @Nullable String country) {
        @Nullable
        Mention mentionAt(int start) {
            return mentions.stream()
                    .filter(one -> one.field() == Mention.Field.BODY && one.start() == start)
                    .findFirst()
                    .orElse(null);
        }

        /** Whether it names something else of that place's country. */
        boolean namesOther(Entity place, Atlas atlas) {
            return mentions.stream()
                    .map(Mention::entityId)
                    .filter(id -> !id.equals(place.id()))
                    .anyMatch(id -> atlas.find(id)
                            .filter(one -> one.country().equals(place.country()))
                            .isPresent());
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
}
