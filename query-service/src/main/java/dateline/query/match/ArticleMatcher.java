package dateline.query.match;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.monitor.CandidateMatcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.StringHelper;

/**
 * Puts candidates to a single article. Whether an article has a term is looked up; to run a query, Lucene first makes ready
 * what serves to rank and to skip among many articles, which takes far longer than to answer for one. What terms alone do
 * not tell, such as the order of a phrase's words, is run.
 */
final class ArticleMatcher extends CandidateMatcher<QueryMatch> {
    private final List<String> texts = new ArrayList<>();
    private final Map<String, TermsEnum> terms = new HashMap<>();

    private ArticleMatcher(IndexSearcher searcher) throws IOException {
        super(searcher);
        if (searcher.getIndexReader().maxDoc() != 1) {
            throw new IllegalArgumentException(
                    searcher.getIndexReader().maxDoc() + " articles where one can be matched at a time");
        }
        LeafReader article = searcher.getIndexReader().leaves().getFirst().reader();
        for (FieldInfo field : article.getFieldInfos()) {
            Terms words = article.terms(field.name);
            if (words != null) {
                terms.put(field.name, words.iterator());
            }
            if (ArticleAnalyzers.isText(field.name)) {
                texts.add(field.name);
            }
        }
    }

    /** On an index of one article. */
    static ArticleMatcher on(IndexSearcher searcher) {
        try {
            return new ArticleMatcher(searcher);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void matchQuery(String id, Query query, Map<String, String> metadata) throws IOException {
        if (holds(query)) {
            addMatch(new QueryMatch(id), 0);
        }
    }

    /** Searches of several alternatives are put to the article one alternative at a time. */
    @Override
    public QueryMatch resolve(QueryMatch one, QueryMatch another) {
        return one;
    }

    private boolean holds(Query query) throws IOException {
        return switch (query) {
            case TermQuery term -> has(term.getTerm());
            case BooleanQuery clauses -> holds(clauses);
            case PresentFields fields -> holds(fields);
            case PrefixQuery prefix -> hasStart(prefix.getPrefix());
            case PhraseQuery phrase -> hasAll(phrase.getTerms()) && runs(phrase);
            case MatchAllDocsQuery _ -> true;
            case MatchNoDocsQuery _ -> false;
            default -> runs(query);
        };
    }

    private boolean holds(BooleanQuery query) throws IOException {
        if (query.getMinimumNumberShouldMatch() > 1) {
            return runs(query);
        }
        Collection<Query> filters = query.getClauses(Occur.FILTER);
        Collection<Query> musts = query.getClauses(Occur.MUST);
        Collection<Query> shoulds = query.getClauses(Occur.SHOULD);
        boolean anyNeeded = filters.isEmpty() && musts.isEmpty() || query.getMinimumNumberShouldMatch() == 1;
        // Filters are single terms as a rule, so they come first.
        return all(filters) && all(musts) && (!anyNeeded || any(shoulds)) && !any(query.getClauses(Occur.MUST_NOT));
    }

    private boolean holds(PresentFields query) throws IOException {
        for (String field : texts) {
            Query inField = query.in(field);
            if (inField != null && holds(inField)) {
                return true;
            }
        }
        return false;
    }

    private boolean all(Collection<Query> queries) throws IOException {
        for (Query query : queries) {
            if (!holds(query)) {
                return false;
            }
        }
        return true;
    }

    private boolean any(Collection<Query> queries) throws IOException {
        for (Query query : queries) {
            if (holds(query)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasAll(Term[] wanted) throws IOException {
        for (Term term : wanted) {
            if (!has(term)) {
                return false;
            }
        }
        return true;
    }

    private boolean has(Term term) throws IOException {
        TermsEnum words = terms.get(term.field());
        return words != null && words.seekExact(term.bytes());
    }

    private boolean hasStart(Term start) throws IOException {
        TermsEnum words = terms.get(start.field());
        if (words == null || words.seekCeil(start.bytes()) == TermsEnum.SeekStatus.END) {
            return false;
        }
        return StringHelper.startsWith(words.term(), start.bytes());
    }

    private boolean runs(Query query) throws IOException {
        return searcher.count(query) > 0;
    }
}
