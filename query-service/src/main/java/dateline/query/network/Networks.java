package dateline.query.network;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dateline.contract.ArticleEntity;
import dateline.query.about.CompanionCounts;
import dateline.query.about.Companions;
import dateline.query.network.Network.Edge;
import dateline.query.network.Network.Node;
import dateline.query.search.FoundArticles;
import dateline.query.search.Kind;
import dateline.query.search.SearchUnavailable;
import dateline.query.search.Tally;
import dateline.query.significance.Association;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Draws who is named together with whom. */
@Service
public class Networks {
    private static final String IDS = "ids";
    private static final String WITH = "with";

    private final FoundArticles articles;
    private final CompanionCounts companions;

    Networks(FoundArticles articles, CompanionCounts companions) {
        this.articles = articles;
        this.companions = companions;
    }

    /**
     * Bounds of a network.
     *
     * @param nodes how many entities, at most
     * @param edges how many pairs, at most
     * @param least in how many articles a pair must be named
     */
    public record Bounds(int nodes, int edges, int least) {}

    /**
     * The entities that belong most surely to this one, and their ties among each other.
     *
     * @throws SearchUnavailable if Elasticsearch can not answer
     */
    public Network around(ArticleEntity centre, Query among, Kind of, Bounds bounds) {
        Companions nearest = companions.companions(
                centre.id(), among, of, CompanionCounts.Order.SIGNIFICANCE, bounds.least(), bounds.nodes() - 1);
        List<Node> nodes = Stream.concat(
                        Stream.of(new Node(centre.id(), centre.name(), nearest.articles())),
                        nearest.companions().stream()
                                .map(other -> new Node(other.id(), other.label(), other.articles())))
                .toList();
        return network(among, nodes, bounds);
    }

    /**
     * The entities that these articles name most often, and their ties.
     *
     * @throws SearchUnavailable if Elasticsearch can not answer
     */
    public Network of(Query among, Kind of, Bounds bounds) {
        // A few more, since an id under two labels takes two places.
        List<Node> nodes =
                articles.count(among, Map.of(IDS, Tally.by(of.field(), bounds.nodes() + 10))).counted(IDS).stream()
                        .limit(bounds.nodes())
                        .map(counted -> new Node(counted.id(), counted.label(), counted.articles()))
                        .toList();
        return network(among, nodes, bounds);
    }

    private Network network(Query among, List<Node> nodes, Bounds bounds) {
        if (nodes.isEmpty()) {
            return new Network(articles.count(among, Map.of()).total(), nodes, List.of());
        }
        List<String> ids = nodes.stream().map(Node::id).toList();
        Aggregation each = Aggregation.of(aggregation -> aggregation
                .terms(terms ->
                        terms.field(Kind.ENTITY.idField()).size(ids.size()).include(include -> include.terms(ids)))
                .aggregations(
                        WITH,
                        with -> with.terms(terms -> terms.field(Kind.ENTITY.idField())
                                .size(ids.size())
                                .include(include -> include.terms(ids)))));
        Tally tally = articles.count(among, Map.of(IDS, each));
        Map<String, Map<String, Long>> together = new HashMap<>();
        for (StringTermsBucket bucket : tally.buckets(IDS)) {
            Map<String, Long> with = new HashMap<>();
            Tally.of(bucket).buckets(WITH).forEach(other -> with.put(other.key().stringValue(), other.docCount()));
            together.put(bucket.key().stringValue(), with);
        }
        // Counted once more here, so that the counts of nodes and edges are of the same moment.
        List<Node> counted = nodes.stream()
                .map(node -> new Node(node.id(), node.label(), count(together, node.id(), node.id())))
                .toList();
        return new Network(tally.total(), counted, edges(counted, together, tally.total(), bounds));
    }

    private static List<Edge> edges(
            List<Node> nodes, Map<String, Map<String, Long>> together, long all, Bounds bounds) {
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            for (int j = i + 1; j < nodes.size(); j++) {
                Node one = nodes.get(i);
                Node other = nodes.get(j);
                long both = count(together, one.id(), other.id());
                if (both >= bounds.least()) {
                    Association tie = Association.of(both, one.articles(), other.articles(), all);
                    if (tie.isPositive()) {
                        edges.add(new Edge(one.id(), other.id(), both, tie.strength(), tie.significance()));
                    }
                }
            }
        }
        edges.sort(Comparator.comparingDouble(Edge::significance).reversed());
        return edges.subList(0, Math.min(bounds.edges(), edges.size()));
    }

    private static long count(Map<String, Map<String, Long>> together, String one, String other) {
        return together.getOrDefault(one, Map.of()).getOrDefault(other, 0L);
    }
}
