package dateline.query.dashboard;

import dateline.contract.Mention;
import dateline.query.search.Snippet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text cut where marks begin and end, so that a template can print each piece escaped and put elements around some.
 * Spans come with the articles and may be wrong: what overlaps, runs backwards or out of the text, or would cut a
 * character in two is not marked. The pieces always add up to the text.
 */
public record MarkedText(List<Piece> pieces) {
    public MarkedText {
        pieces = List.copyOf(pieces);
    }

    /**
     * A part of the text.
     *
     * @param text the part, never empty
     * @param isMatch whether the search matched it
     * @param mention what it names, if it names something
     * @param note what it is, in words, if it is a figure or a time
     * @param said whose words it is part of, in words, if it is part of a quotation
     */
    public record Piece(
            String text,
            boolean isMatch,
            @Nullable Mention mention,
            @Nullable Note note,
            @Nullable String said) {
        /** For templates: where the mentioned entity's page is. */
        public String link() {
            return mention == null ? "" : ArticleView.entityLink(mention.entityId());
        }

        /** For templates: the mentioned entity's type in lower case. */
        public String kind() {
            return mention == null || mention.type() == null
                    ? ""
                    : mention.type().name().toLowerCase(java.util.Locale.ROOT);
        }

        /** For templates: the classes of what is no link. */
        public String classes() {
            return (note == null ? "" : note.kind()) + (said == null ? "" : " said");
        }

        /** For templates: what to say of it to whoever points at it. */
        public @Nullable String title() {
            return note == null ? said : note.words();
        }
    }

    /**
     * What a stretch of text is.
     *
     * @param kind {@code figure} or {@code time}
     * @param words its value, in words
     */
    record Note(int start, int end, String kind, String words) {}

    /** A stretch of quotation, and whose words it is. */
    record Saying(int start, int end, String words) {}

    private record Mark(
            int start,
            int end,
            @Nullable Mention mention,
            @Nullable Note note) {}

    /** A text in which the search matched here and there. */
    static MarkedText ofMatches(String text, List<Snippet.Span> matches) {
        List<Mark> marks = matches.stream()
                .map(match -> new Mark(match.start(), match.end(), null, null))
                .toList();
        List<Piece> pieces = new ArrayList<>();
        cut(pieces, text, 0, text.length(), marks, null);
        return new MarkedText(pieces);
    }

    /**
     * A part of a text that mentions entities.
     *
     * @param text the text that the mentions' spans point into
     * @param from where the part begins
     * @param to where it ends
     */
    static MarkedText ofMentions(String text, int from, int to, List<Mention> mentions) {
        return ofAll(text, from, to, mentions, List.of(), List.of());
    }

    /** The same with figures, times and quotations; where they overlap, mentions come first. */
    static MarkedText ofAll(
            String text, int from, int to, List<Mention> mentions, List<Note> notes, List<Saying> sayings) {
        List<Mark> marks = new ArrayList<>();
        mentions.forEach(mention -> marks.add(new Mark(mention.start(), mention.end(), mention, null)));
        notes.forEach(note -> {
            if (mentions.stream().noneMatch(mention -> mention.start() < note.end() && note.start() < mention.end())) {
                marks.add(new Mark(note.start(), note.end(), null, note));
            }
        });
        List<Piece> pieces = new ArrayList<>();
        int at = from;
        for (Saying saying : inOrder(text, from, to, sayings)) {
            if (saying.start() >= at) {
                cut(pieces, text, at, saying.start(), marks, null);
                cut(pieces, text, saying.start(), saying.end(), marks, saying.words());
                at = saying.end();
            }
        }
        cut(pieces, text, at, to, marks, null);
        return new MarkedText(pieces);
    }

    private static List<Saying> inOrder(String text, int from, int to, List<Saying> sayings) {
        return sayings.stream()
                .filter(saying -> saying.start() >= from && saying.end() <= to && saying.start() < saying.end())
                .filter(saying -> isBoundary(text, saying.start()) && isBoundary(text, saying.end()))
                .sorted(Comparator.comparingInt(Saying::start))
                .toList();
    }

    private static void cut(
            List<Piece> pieces, String text, int from, int to, List<Mark> marks, @Nullable String said) {
        int at = from;
        List<Mark> inOrder = marks.stream()
                .filter(mark -> mark.start() >= from && mark.end() <= to && mark.start() < mark.end())
                .filter(mark -> isBoundary(text, mark.start()) && isBoundary(text, mark.end()))
                .sorted(Comparator.comparingInt(Mark::start).thenComparing(Mark::end, Comparator.reverseOrder()))
                .toList();
        for (Mark mark : inOrder) {
            if (mark.start() >= at) {
                add(pieces, text.substring(at, mark.start()), null, said);
                add(pieces, text.substring(mark.start(), mark.end()), mark, said);
                at = mark.end();
            }
        }
        add(pieces, text.substring(at, to), null, said);
    }

    private static void add(List<Piece> pieces, String text, @Nullable Mark mark, @Nullable String said) {
        if (!text.isEmpty()) {
            @Nullable Mention mention = mark == null ? null : mark.mention();
            @Nullable Note note = mark == null ? null : mark.note();
            pieces.add(new Piece(text, mark != null && mention == null && note == null, mention, note, said));
        }
    }

    private static boolean isBoundary(String text, int at) {
        return at == 0
                || at == text.length()
                || !(Character.isHighSurrogate(text.charAt(at - 1)) && Character.isLowSurrogate(text.charAt(at)));
    }
}
