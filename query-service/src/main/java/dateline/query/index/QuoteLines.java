package dateline.query.index;

import dateline.contract.EnrichedArticle;
import dateline.contract.Mention;
import dateline.contract.Quote;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts an article's stretches of quotation together, so that each quotation can be shown by itself. */
final class QuoteLines {
    private QuoteLines() {}

    /** The quotations in order; what continues the one before is part of it. */
    static List<ArticleDocument.QuoteLine> of(EnrichedArticle enriched) {
        List<ArticleDocument.QuoteLine> lines = new ArrayList<>();
        @Nullable Quote first = null;
        StringBuilder text = new StringBuilder();
        Set<String> about = new LinkedHashSet<>();
        for (Quote quote : enriched.quotes()) {
            if (first != null && !quote.continues()) {
                lines.add(line(first, text, about));
                text.setLength(0);
                about.clear();
            }
            if (first == null || !quote.continues()) {
                first = quote;
            } else {
                text.append(' ');
            }
            text.append(quote.text());
            about.addAll(namedIn(quote, enriched.mentions()));
        }
        if (first != null) {
            lines.add(line(first, text, about));
        }
        return List.copyOf(lines);
    }

    /** Whom these quotations name, but for the speakers themselves. */
    static List<String> about(List<ArticleDocument.QuoteLine> lines) {
        return lines.stream()
                .flatMap(line -> line.about().stream().filter(id -> !id.equals(line.speakerId())))
                .distinct()
                .toList();
    }

    /** Who is quoted. */
    static List<String> speakers(EnrichedArticle enriched) {
        return enriched.quotes().stream()
                .map(Quote::speakerId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static ArticleDocument.QuoteLine line(Quote first, StringBuilder text, Set<String> about) {
        return new ArticleDocument.QuoteLine(
                text.toString(),
                first.kind().name(),
                first.speaker(),
                first.speakerId(),
                first.verb(),
                List.copyOf(about));
    }

    private static List<String> namedIn(Quote quote, List<Mention> mentions) {
        return mentions.stream()
                .filter(mention -> mention.field() == Mention.Field.BODY
                        && mention.start() >= quote.start()
                        && mention.end() <= quote.end())
                .map(Mention::entityId)
                .toList();
    }
}
