package dateline.query.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.SuggestMode;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Suggestion;
import dateline.query.names.NameDirectory;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Says what may have been meant where nothing was found: names first, as the directory knows them, then any word that
 * articles use.
 */
final class DidYouMean {
    private static final int MOST_COST = 12;

    private final ElasticsearchClient client;
    private final String alias;
    private final NameDirectory directory;

    DidYouMean(ElasticsearchClient client, String alias, NameDirectory directory) {
        this.client = client;
        this.alias = alias;
        this.directory = directory;
    }

    /** The query with words that occur in place of words that do not; empty if there is nothing to change. */
    Optional<TextQuery> correct(TextQuery text) throws IOException {
        // Each word is a question of its own; a long query is rarely typed, and hardly wrong in one word.
        if (QueryCost.of(text) > MOST_COST) {
            return Optional.empty();
        }
        TextQuery corrected = corrected(text);
        return corrected.equals(text) ? Optional.empty() : Optional.of(corrected);
    }

    private TextQuery corrected(TextQuery text) throws IOException {
        return switch (text) {
            case TextQuery.Word word -> new TextQuery.Word(word(word.text()));
            case TextQuery.Phrase phrase -> new TextQuery.Phrase(words(phrase.text()));
            case TextQuery.Near near -> new TextQuery.Near(words(near.text()), near.distance());
            case TextQuery.In in -> new TextQuery.In(in.part(), corrected(in.query()));
            case TextQuery.Has has ->
                has.attribute().isNamed() && has.value().indexOf(':') < 0
                        ? new TextQuery.Has(has.attribute(), names(has.value()))
                        : has;
            case TextQuery.All all -> new TextQuery.All(corrected(all.parts()));
            case TextQuery.Any any -> new TextQuery.Any(corrected(any.parts()));
            // What is to be left out is not why nothing was found.
            case TextQuery.Not not -> not;
            case TextQuery.Prefix prefix -> prefix;
            case TextQuery.Is is -> is;
        };
    }

    private List<TextQuery> corrected(List<TextQuery> parts) throws IOException {
        TextQuery[] corrected = new TextQuery[parts.size()];
        for (int i = 0; i < corrected.length; i++) {
            corrected[i] = corrected(parts.get(i));
        }
        return List.of(corrected);
    }

    private String words(String phrase) throws IOException {
        String[] words = phrase.split("\\s+");
        for (int i = 0; i < words.length; i++) {
            words[i] = word(words[i]);
        }
        return String.join(" ", words);
    }

    private String names(String name) {
        String[] words = name.split("\\s+");
        for (int i = 0; i < words.length; i++) {
            words[i] = directory.correct(words[i]).orElse(words[i]);
        }
        return String.join(" ", words);
    }

    private String word(String word) throws IOException {
        if (!word.codePoints().allMatch(Character::isLetter)) {
            return word;
        }
        SearchResponse<Void> response = client.search(
                search -> search.index(alias)
                        .size(0)
                        .query(query -> query.multiMatch(match ->
                                match.query(word).fields("title", "body", "stemmed.*.title", "stemmed.*.body")))
                        .terminateAfter(1L)
                        .suggest(suggest -> suggest.text(word)
                                .suggesters(
                                        "body",
                                        suggester -> suggester.term(term -> term.field("body")
                                                .suggestMode(SuggestMode.Missing)
                                                .size(1)))),
                Void.class);
        boolean occurs =
                response.hits().total() != null && response.hits().total().value() > 0;
        if (occurs) {
            return word;
        }
        Optional<String> name = directory.correct(word);
        return name.orElseGet(() -> response.suggest().getOrDefault("body", List.of()).stream()
                .filter(Suggestion::isTerm)
                .flatMap(suggestion -> suggestion.term().options().stream())
                .map(option -> option.text())
                .findFirst()
                .orElse(word));
    }
}
