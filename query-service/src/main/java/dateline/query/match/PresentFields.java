package dateline.query.match;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.jspecify.annotations.Nullable;

/**
 * The same words in any of some thirty fields, of which an article has five at most: those of its own language. The others
 * are left out before it is run; to get them ready takes longer than to look into five.
 */
final class PresentFields extends Query {
    private final Map<String, Query> byField;

    /** Each query is to ask of its own field only. */
    PresentFields(Map<String, Query> byField) {
        this.byField = Map.copyOf(byField);
    }

    @Override
    public Query rewrite(IndexSearcher searcher) throws IOException {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            for (FieldInfo field : leaf.reader().getFieldInfos()) {
                Query query = in(field.name);
                if (query != null) {
                    any.add(query, Occur.SHOULD);
                }
            }
        }
        BooleanQuery present = any.build();
        return present.clauses().isEmpty() ? new MatchNoDocsQuery("no such field") : present;
    }

    /** What it asks of a field, if of that. */
    @Nullable
    Query in(String field) {
        return byField.get(field);
    }

    /** Candidates are chosen by all fields' terms. */
    @Override
    public void visit(QueryVisitor visitor) {
        QueryVisitor any = visitor.getSubVisitor(Occur.SHOULD, this);
        byField.values().forEach(query -> query.visit(any));
    }

    @Override
    public String toString(@Nullable String field) {
        return byField.values().stream()
                .map(query -> query.toString(field))
                .collect(Collectors.joining(" | ", "{", "}"));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PresentFields fields && byField.equals(fields.byField);
    }

    @Override
    public int hashCode() {
        return 31 * classHash() + byField.hashCode();
    }
}
