package dateline.query.about;

import java.util.List;

/**
 * Which outlet calls an entity what. An article counts once for each name it uses.
 *
 * @param articles how many of the found articles name the entity
 * @param names the names, as spelled, the most used first
 * @param outlets the outlets, those that name it most first
 * @param otherNames how many uses of rarer names are not listed
 */
public record NameUsage(long articles, List<Name> names, List<OutletUse> outlets, long otherNames) {
    public NameUsage {
        names = List.copyOf(names);
        outlets = List.copyOf(outlets);
    }

    /**
     * A name.
     *
     * @param name as spelled
     * @param articles how many articles use it
     * @param independent how many of them are no reprints
     */
    public record Name(String name, long articles, long independent) {}

    /**
     * An outlet.
     *
     * @param id its id
     * @param label its name
     * @param articles how many of its articles name the entity
     * @param uses the names it uses, the most used first
     */
    public record OutletUse(String id, String label, long articles, List<Use> uses) {
        public OutletUse {
            uses = List.copyOf(uses);
        }
    }

    /**
     * How an outlet uses a name.
     *
     * @param name as spelled
     * @param articles how many of the outlet's articles use it
     * @param share of its articles that name the entity, from 0 to 1
     */
    public record Use(String name, long articles, double share) {}
}
