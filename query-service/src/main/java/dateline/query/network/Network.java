package dateline.query.network;

import java.util.List;

/**
 * Entities and who of them are named together, in the found articles.
 *
 * @param articles among how many articles this was counted
 * @param nodes the entities; around an entity that one is the first
 * @param edges those pairs that are named together more often than chance explains, the surest first
 */
public record Network(long articles, List<Node> nodes, List<Edge> edges) {
    public Network {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /**
     * An entity.
     *
     * @param id its id
     * @param label its name
     * @param articles how many articles name it
     */
    public record Node(String id, String label, long articles) {}

    /**
     * Two entities that are named together.
     *
     * @param source the id of the one that comes first among the nodes
     * @param target the id of the other
     * @param together how many articles name both
     * @param strength normalised pointwise mutual information, from 0 to 1, see
     *     {@link dateline.query.significance.Association}
     * @param significance G², at least 10.83
     */
    public record Edge(String source, String target, long together, double strength, double significance) {}
}
