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
record MarkedText(List<Piece> pieces) {
    MarkedText {
        pieces = List.copyOf(pieces);
    }

    /**
     * A part of the text.
     *
     * @param text the part, never empty
     * @param isMatch whether the search matched it
     * @param mention what it names, if it names something
     */
    record Piece(String text, boolean isMatch, @Nullable Mention mention) {
        /** For templates: where everything with the mentioned entity is found. */
        public String link() {
            return mention == null ? "" : ArticleView.entityLink(mention.entityId());
        }

        /** For templates: the mentioned entity's type in lower case. */
        public String kind() {
            return mention == null || mention.type() == null
                    ? ""
                    : mention.type().name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private record Mark(int start, int end, @Nullable Mention mention) {}

    /** A text in which the search matched here and there. */
    static MarkedText ofMatches(String text, List<Snippet.Span> matches) {
        return cut(
                text,
                0,
                text.length(),
                matches.stream()
                        .map(match -> new Mark(match.start(), match.end(), null))
                        .toList());
    }

    /**
     * A part of a text that mentions entities.
     *
     * @param text the text that the mentions' spans point into
     * @param from where the part begins
     * @param to where it ends
     */
    static MarkedText ofMentions(String text, int from, int to, List<Mention> mentions) {
        return cut(
                text,
                from,
                to,
                mentions.stream()
                        .map(mention -> new Mark(mention.start(), mention.end(), mention))
                        .toList());
    }

    private static MarkedText cut(String text, int from, int to, List<Mark> marks) {
        List<Piece> pieces = new ArrayList<>();
        int at = from;
        List<Mark> inOrder = marks.stream()
                .filter(mark -> mark.start() >= from && mark.end() <= to && mark.start() < mark.end())
                .filter(mark -> isBoundary(text, mark.start()) && isBoundary(text, mark.end()))
                .sorted(Comparator.comparingInt(Mark::start).thenComparing(Mark::end, Comparator.reverseOrder()))
                .toList();
        for (Mark mark : inOrder) {
            if (mark.start() >= at) {
                add(pieces, text.substring(at, mark.start()), null);
                add(pieces, text.substring(mark.start(), mark.end()), mark);
                at = mark.end();
            }
        }
        add(pieces, text.substring(at, to), null);
        return new MarkedText(pieces);
    }

    private static void add(List<Piece> pieces, String text, @Nullable Mark mark) {
        if (!text.isEmpty()) {
            @Nullable Mention mention = mark == null ? null : mark.mention();
            pieces.add(new Piece(text, mark != null && mention == null, mention));
        }
    }

    private static boolean isBoundary(String text, int at) {
        return at == 0
                || at == text.length()
                || !(Character.isHighSurrogate(text.charAt(at - 1)) && Character.isLowSurrogate(text.charAt(at)));
    }
}
