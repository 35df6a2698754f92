package dateline.query.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.HighlighterType;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.util.NamedValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where articles match. The neutral title and body are shown, and what their language's analyzer found in them is marked
 * too: the index holds the places of words, so nothing is analyzed again.
 */
final class Highlights {
    private static final List<String> LANGUAGES =
            List.of("ar", "de", "el", "en", "es", "fa", "fr", "hu", "hy", "it", "pt", "ro", "ru", "tr");
    private static final int FRAGMENT_LENGTH = 140;
    private static final int FRAGMENTS = 2;

    private Highlights() {}

    static Highlight of(Query text) {
        return Highlight.of(highlight -> highlight
                .type(HighlighterType.Unified)
                .highlightQuery(text)
                .preTags(Snippet.OPEN)
                .postTags(Snippet.CLOSE)
                .fields(NamedValue.of("title", field("title", 0)), NamedValue.of("body", field("body", FRAGMENTS))));
    }

    private static HighlightField field(String name, int fragments) {
        List<String> read = Stream.concat(
                        Stream.of(name), LANGUAGES.stream().map(language -> "stemmed." + language + "." + name))
                .toList();
        return HighlightField.of(
                field -> field.matchedFields(read).numberOfFragments(fragments).fragmentSize(FRAGMENT_LENGTH));
    }

    static Snippet title(Hit<?> hit) {
        return of(hit, "title").orElse(Snippet.plain(""));
    }

    static Optional<Snippet> body(Hit<?> hit) {
        return of(hit, "body");
    }

    private static Optional<Snippet> of(Hit<?> hit, String field) {
        List<String> fragments = hit.highlight().getOrDefault(field, List.of());
        return fragments.isEmpty() ? Optional.empty() : Optional.of(Snippet.ofMarked(String.join(" … ", fragments)));
    }
}
