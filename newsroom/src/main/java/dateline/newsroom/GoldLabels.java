package dateline.newsroom;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is true of an article, marked by hand beside its text. Offsets are UTF-16 units into the title or the body, the
 * end exclusive; {@code newsroom/README.md} has the rules of annotation.
 *
 * @param story what the article reports on; the articles of a story report the same event
 * @param language BCP 47 tag of title and body
 * @param published when it was published
 * @param nearDuplicateOf slug of the article it reprints with light edits
 * @param dateline the wire dateline that opens the body
 * @param topics IPTC Media Topics such as {@code medtop:11000000}, top terms and terms below
 * @param entities every mention of a person, an organisation or a place, in order
 * @param quotes what somebody is quoted with, in order
 * @param dates points and periods of time that the body names, in order
 * @param figures amounts that the body names, in order
 */
public record GoldLabels(
        String story,
        String language,
        Published published,
        @Nullable String nearDuplicateOf,
        @Nullable Dateline dateline,
        List<String> topics,
        List<EntityMention> entities,
        List<Quote> quotes,
        List<DateMention> dates,
        List<Figure> figures) {
    public GoldLabels {
        topics = List.copyOf(topics);
        entities = List.copyOf(entities);
        quotes = List.copyOf(quotes);
        dates = List.copyOf(dates);
        figures = List.copyOf(figures);
    }

    /** The text that offsets point into. */
    public enum Field {
        TITLE,
        BODY
    }

    /** The kinds of entity. */
    public enum Type {
        PERSON,
        ORGANISATION,
        PLACE
    }

    /**
     * When the article was published.
     *
     * @param precision a {@code Precision} of the contract: {@code SECOND}, {@code MINUTE} or {@code DAY}
     */
    public record Published(Instant at, String precision) {}

    /**
     * The opening of a wire story, without the dash behind it.
     *
     * @param place entity id
     * @param date ISO date, if it states one
     * @param agency entity id, if it states one
     */
    public record Dateline(
            int start,
            int end,
            String place,
            @Nullable String date,
            @Nullable String agency) {}

    /**
     * A named mention.
     *
     * @param entity such as {@code person:ilham-aliyev}; {@code nil:person:…} if invented
     * @param facility whether it is a building or the like, which many label sets keep apart from places
     */
    public record EntityMention(
            Field field, int start, int end, String surface, Type type, String entity, boolean facility) {}

    /**
     * One stretch of quotation, in the body, without its quotation marks. A quotation that the attribution splits, or
     * that goes on in the next paragraph, is several of these.
     *
     * @param speaker entity id, if the speaker is named anywhere in the article
     * @param speakerSurface the words that name the speaker next to the quotation
     * @param verb the verb of saying, as it stands
     * @param direct whether the words are the speaker's own
     * @param continues whether it goes on from the quotation before it
     */
    public record Quote(
            int start,
            int end,
            @Nullable String speaker,
            @Nullable String speakerSurface,
            @Nullable String verb,
            boolean direct,
            boolean continues) {}

    /**
     * A point or period of time.
     *
     * @param value ISO 8601: {@code 2026-04-21}, {@code 2026-W17}, {@code 2026-04}, {@code 2026}, or two of them with a
     *     slash between
     */
    public record DateMention(int start, int end, String surface, String value) {}

    /**
     * An amount.
     *
     * @param value in units, so that "$3.2 million" is 3200000
     * @param unit such as {@code %}, {@code km} or what is counted
     * @param currency ISO 4217
     */
    public record Figure(
            int start,
            int end,
            String surface,
            double value,
            @Nullable String unit,
            @Nullable String currency) {}
}
