package dateline.query.about;

import java.util.List;

/**
 * Who is named together with an entity.
 *
 * @param all among how many articles this was counted
 * @param articles how many of them name the entity
 * @param considered how many others were looked at: those named with it most often
 * @param companions those that are named with it more often than chance explains
 */
public record Companions(long all, long articles, int considered, List<Companion> companions) {
    public Companions {
        companions = List.copyOf(companions);
    }

    /**
     * Another entity, or a topic.
     *
     * @param id its id
     * @param label its name
     * @param together articles that name both
     * @param articles articles that name it at all
     * @param strength normalised pointwise mutual information, from 0 to 1, see
     *     {@link dateline.query.significance.Association}
     * @param significance G², at least 10.83
     */
    public record Companion(
            String id, String label, long together, long articles, double strength, double significance) {}
}
