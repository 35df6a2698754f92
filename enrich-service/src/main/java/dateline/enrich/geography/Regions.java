package dateline.enrich.geography;

import dateline.enrich.knowledge.Entity;
import dateline.enrich.knowledge.EntityKind;
import dateline.enrich.knowledge.Location;
import dateline.enrich.knowledge.RegionForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which town is meant by a name behind which a country, state or province stands: "Portland, Maine", "Athens, Ga.". */
final class Regions {
    /** Of Texas, from its centre, with some room; the few larger ones have namesakes nowhere near. */
    private static final double WIDEST_KM = 900;

    private static final double EARTH_KM = 6371;
    private static final int MOST_WORDS = 4;

    /** Michigan and Michoacán are both "Mich.". */
    private final Map<String, List<RegionForm>> shortForms = new HashMap<>();
    /** Other countries have such letters, too. */
    private final Map<String, RegionForm> postalForms = new HashMap<>();

    private final Atlas atlas;
    private final PlaceNames names;

    Regions(Atlas atlas, PlaceNames names) {
        this.atlas = atlas;
        this.names = names;
        for (RegionForm form : RegionForm.all()) {
            if (form.press() != null) {
                // "LONDON, ONT.".
                for (String press :
                        new TreeSet<>(List.of(form.press(), form.press().toUpperCase(Locale.ROOT)))) {
                    shortForms.computeIfAbsent(press, any -> new ArrayList<>()).add(form);
                }
            }
            if (form.postal() != null) {
                postalForms.put(form.postal(), form);
            }
        }
    }

    /**
     * What is known of a town by what stands behind it.
     *
     * @param stated whether that is a country or a region at all
     * @param certain whether a namesake elsewhere can not be meant
     * @param town null if no town of the name is known there
     */
    record Answer(boolean stated, boolean certain, @Nullable Entity town) {}

    /** Whether it is a region's short form, with its full stop or without. */
    boolean isForm(String text) {
        return shortForms.containsKey(text) || shortForms.containsKey(text + ".") || postalForms.containsKey(text);
    }

    /** Whether a country or region is named, alone or among a few words: "North Lebanon". */
    boolean isStated(String text) {
        return isForm(text) || !meant(text).isEmpty();
    }

    private List<Entity> meant(String behind) {
        List<Entity> whole = regions(behind);
        String[] all = behind.strip().split("\\s+", MOST_WORDS + 1);
        // Gaza Strip is an area, and not the Mozambican province of Gaza.
        if (!names.all(behind).isEmpty() || all.length < 2 || all.length > MOST_WORDS) {
            return whole;
        }
        List<String> words = List.of(all);
        for (int dropped = 1; dropped < all.length; dropped++) {
            // "Lebanon" of "North Lebanon", "Perm" of "Perm Krai".
            List<Entity> last = regions(String.join(" ", words.subList(dropped, all.length)));
            if (!last.isEmpty()) {
                return last;
            }
            List<Entity> first = regions(String.join(" ", words.subList(0, all.length - dropped)));
            if (!first.isEmpty()) {
                return first;
            }
        }
        return List.of();
    }

    private List<Entity> regions(String name) {
        return names.all(name).stream()
                .filter(one -> one.kind() == EntityKind.COUNTRY || one.kind() == EntityKind.REGION)
                .toList();
    }

    Answer find(String town, String behind) {
        RegionForm posted = postalForms.get(behind);
        if (posted == null || shortForms.containsKey(behind)) {
            return findWritten(town, behind);
        }
        Answer answer = findWritten(town, posted.press() == null ? posted.name() : posted.press());
        return answer.town() == null ? new Answer(false, false, null) : answer;
    }

    private Answer findWritten(String town, String behind) {
        List<RegionForm> written = shortForms.getOrDefault(behind, shortForms.get(behind + "."));
        List<Entity> meant = written == null
                ? meant(behind)
                : written.stream()
                        .flatMap(form -> regions(form.name()).stream()
                                .filter(one -> form.country().equals(one.countryCode())))
                        .toList();
        // Georgia is a country and a state: the one that has such a town.
        Entity best = null;
        for (Entity one : meant) {
            Entity there = within(town, one);
            if (there != null && (best == null || there.prior() > best.prior())) {
                best = there;
            }
        }
        // Towns of a country may be filed under a part of it that has a code of its own, such as Hong Kong.
        boolean region = meant.stream().anyMatch(one -> one.kind() == EntityKind.REGION);
        return new Answer(!meant.isEmpty(), best != null || region, best);
    }

    private @Nullable Entity within(String town, Entity region) {
        Optional<Location> centre = region.kind() == EntityKind.COUNTRY ? Optional.empty() : atlas.location(region);
        Entity best = null;
        double least = Double.MAX_VALUE;
        for (Entity one : names.all(town)) {
            if (one.id().equals(region.id()) || !one.country().equals(region.country())) {
                continue;
            }
            double distance = distance(centre.orElse(null), atlas.location(one).orElse(null));
            // In a country the most prominent, in a region the nearest to its middle.
            double rank = centre.isPresent() ? distance : -one.prior();
            if (distance <= WIDEST_KM && rank < least) {
                best = one;
                least = rank;
            }
        }
        return best;
    }

    /** In kilometres; 0 where a place is not known. */
    private static double distance(@Nullable Location one, @Nullable Location other) {
        if (one == null || other == null) {
            return 0;
        }
        double lat = Math.toRadians(other.latitude() - one.latitude());
        double lon = Math.toRadians(other.longitude() - one.longitude());
        double half = Math.pow(Math.sin(lat / 2), 2)
                + Math.cos(Math.toRadians(one.latitude()))
                        * Math.cos(Math.toRadians(other.latitude()))
                        * Math.pow(Math.sin(lon / 2), 2);
        return 2 * EARTH_KM * Math.asin(Math.sqrt(half));
    }
}
