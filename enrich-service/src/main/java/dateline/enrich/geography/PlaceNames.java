package dateline.enrich.geography;

import dateline.contract.EntityType;
import dateline.enrich.knowledge.Entity;
import dateline.enrich.knowledge.EntityKind;
import dateline.enrich.knowledge.EntityName;
import dateline.enrich.token.Folding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Places by name, for datelines: there a name needs no further support to be believed. Names are held as hashes, which
 * keeps 100,000 of them small; a false match would need two of 2^64 to agree.
 */
final class PlaceNames {
    /** What German and English towns have behind the name that everybody uses: Frankfurt am Main. */
    private static final String[] ADDITIONS = {" am ", " an der ", " upon ", "-upon-", "-on-"};

    private static final Pattern SAINT = Pattern.compile("^st\\.? ");
    private static final Pattern SUFFIX = Pattern.compile("(?i) (?:city|newsroom)$");
    private static final double TOWN = 0.1;
    private static final double NEAR = 0.15;

    private final long[] hashes;
    private final Entity[] entities;

    private record Named(long hash, Entity entity) {}

    PlaceNames(List<Entity> knowledge) {
        List<Named> names = new ArrayList<>();
        for (Entity entity : knowledge) {
            if (entity.type() == EntityType.PLACE) {
                for (EntityName name : entity.names()) {
                    names.add(new Named(hash(name.text()), entity));
                    for (String addition : ADDITIONS) {
                        int at = name.text().indexOf(addition);
                        if (at > 0) {
                            names.add(new Named(hash(name.text().substring(0, at)), entity));
                        }
                    }
                }
            }
        }
        names.sort(Comparator.comparingLong(Named::hash));
        hashes = names.stream().mapToLong(Named::hash).toArray();
        entities = names.stream().map(Named::entity).toArray(Entity[]::new);
    }

    /** Every place of that name, also where "City" or "Newsroom" stands behind it. */
    List<Entity> all(String name) {
        List<Entity> all = exactly(name);
        return all.isEmpty() && SUFFIX.matcher(name).find()
                ? exactly(SUFFIX.matcher(name).replaceFirst(""))
                : all;
    }

    private List<Entity> exactly(String name) {
        long hash = hash(name);
        List<Entity> all = new ArrayList<>();
        for (int i = first(hash); i < hashes.length && hashes[i] == hash; i++) {
            all.add(entities[i]);
        }
        return all;
    }

    /**
     * The place of that name that an article probably means: prominent, a town rather than a region, and in a country that
     * the article has to do with.
     *
     * @param near codes of countries that the article names, or its outlet's
     */
    Optional<Entity> find(String name, Set<String> near) {
        Entity best = null;
        double most = 0;
        for (Entity entity : all(name)) {
            String lies = entity.countryCode();
            double score = entity.prior()
                    + (entity.kind() == EntityKind.CITY ? TOWN : 0)
                    + (lies != null && near.contains(lies) ? NEAR : 0);
            if (best == null || score > most) {
                best = entity;
                most = score;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The first of equal hashes, or some place where the hash is not. */
    private int first(long hash) {
        int low = 0;
        int high = hashes.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (hashes[middle] < hash) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Capitals lose accents, saints letters, and Armenian its ligature: SAO PAULO, ST PETERSBURG, ԵՐԵՎԱՆ for Երևան. */
    private static long hash(String name) {
        String folded = SAINT.matcher(Folding.fold(name)).replaceFirst("saint ").replace("եւ", "եվ");
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < folded.length(); i++) {
            hash = (hash ^ folded.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
