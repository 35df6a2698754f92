package dateline.query.match;

import dateline.query.index.ArticleDocument;
import dateline.query.search.ArticleQuery;
import dateline.query.search.Attribute;
import dateline.query.search.ResolvedNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.monitor.TermWeightor;

/**
 * Holds searches and says which of them an article matches. An index of the searches by terms that a match must have
 * leaves a few of them as candidates, which are then put to the article one by one; this is Lucene's monitor, which
 * once was Luwak. Kept in memory, eight to ten kilobytes a search. Thread-safe.
 */
public final class SearchMonitor implements AutoCloseable {
    /** What half the articles have in common helps little to choose candidates. */
    private static final TermWeightor RARE_FIRST = TermWeightor.combine(
            TermWeightor.DEFAULT,
            TermWeightor.fieldWeightor(0.2, Attribute.LANGUAGE.field()),
            TermWeightor.fieldWeightor(0.2, Attribute.CHANNEL.field()),
            TermWeightor.fieldWeightor(0.2, ArticleFields.TRAITS),
            TermWeightor.fieldWeightor(0.6, Attribute.OUTLET.field()));

    /** For each field that it looks into, Lucene takes 32 KB until all of them are in: a megabyte for a word in any language. */
    private static final int REGISTERED_AT_ONCE = 20;

    private final LuceneQueries queries;
    private final Monitor monitor;

    /**
     * The monitor reads each candidate's id out of compressed blocks. Rising numbers lie in the order in which it comes to
     * them, so that it reads a block once; ids of a search's own are scattered.
     */
    private final Map<String, String> numbers = new ConcurrentHashMap<>();

    private final Map<String, String> ids = new ConcurrentHashMap<>();
    private final AtomicLong last = new AtomicLong();

    public SearchMonitor() {
        Analyzer analyzer = ArticleAnalyzers.perField();
        this.queries = new LuceneQueries(analyzer);
        try {
            this.monitor = new Monitor(analyzer, new TermFilteredPresearcher(RARE_FIRST, List.of(), Set.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A search to look out for.
     *
     * @param names the ids that names in it stood for when it was saved
     */
    public record Watched(String id, ArticleQuery query, ResolvedNames names) {}

    /** Takes searches in, in place of those with the same ids. Cheaper for many at once. */
    public void put(Collection<Watched> searches) {
        List<MonitorQuery> some = new ArrayList<>();
        for (Watched search : searches) {
            some.add(query(search));
            if (some.size() == REGISTERED_AT_ONCE) {
                register(some);
                some.clear();
            }
        }
        register(some);
    }

    private MonitorQuery query(Watched search) {
        return new MonitorQuery(number(search.id()), queries.query(search.query(), search.names()));
    }

    private void register(List<MonitorQuery> some) {
        if (some.isEmpty()) {
            return;
        }
        try {
            monitor.register(some);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String number(String id) {
        return numbers.computeIfAbsent(id, unknown -> {
            String number = String.format(Locale.ROOT, "%010d", last.incrementAndGet());
            ids.put(number, unknown);
            return number;
        });
    }

    /** Forgets searches, if they are there. */
    public void remove(Collection<String> searches) {
        List<String> known =
                searches.stream().map(numbers::remove).filter(Objects::nonNull).toList();
        if (known.isEmpty()) {
            return;
        }
        try {
            monitor.deleteById(known);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        known.forEach(ids::remove);
    }

    /** The ids of the searches that an article matches. */
    public Set<String> match(ArticleDocument article) {
        try {
            return monitor.match(ArticleFields.of(article), ArticleMatcher::on).getMatches().stream()
                    .map(match -> ids.get(match.getQueryId()))
                    // Removed at this moment.
                    .filter(Objects::nonNull)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            monitor.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
