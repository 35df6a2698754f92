package dateline.load.article;

import dateline.contract.Outlet;
import dateline.newsroom.Newsroom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Who publishes: the newsroom's outlets and invented papers of real towns, a few of which publish most. The shares of the
 * languages are ours; half is English.
 */
final class Press {
    private static final int OUTLETS = 600;
    private static final int PURPOSE = 40;
    private static final Map<String, Double> LANGUAGES = languages();

    private final Map<String, List<Outlet>> byLanguage = new LinkedHashMap<>();
    private final Zipf ranks = new Zipf(OUTLETS, 0.9);

    Press(Newsroom newsroom, World world, long seed) {
        newsroom.outlets()
                .forEach(outlet -> add(new Outlet(
                        outlet.id() + ".example",
                        outlet.name(),
                        outlet.country(),
                        Locale.forLanguageTag(outlet.language()).getLanguage(),
                        outlet.tags())));
        Set<String> taken = new HashSet<>();
        List<Named> towns = world.towns();
        Dice dice = Dice.of(seed, PURPOSE, 0);
        while (taken.size() < OUTLETS) {
            Named town = dice.oneOf(towns);
            String name = town.name() + " " + dice.oneOf(List.of("Courier", "Observer", "Gazette", "Dispatch", "Wire"));
            if (taken.add(name)) {
                String id = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-") + ".example";
                String kind = dice.oneOf(List.of("independent", "state", "regional", "agency", "tabloid"));
                add(new Outlet(id, name, town.country(), anyLanguage(dice), List.of(kind)));
            }
        }
    }

    private void add(Outlet outlet) {
        byLanguage
                .computeIfAbsent(String.valueOf(outlet.language()), language -> new ArrayList<>())
                .add(outlet);
    }

    private static Map<String, Double> languages() {
        Map<String, Double> shares = new LinkedHashMap<>();
        shares.put("en", 0.52);
        shares.put("ru", 0.09);
        shares.put("es", 0.08);
        shares.put("fr", 0.06);
        shares.put("de", 0.06);
        shares.put("ar", 0.05);
        shares.put("tr", 0.03);
        shares.put("pl", 0.03);
        shares.put("uk", 0.02);
        shares.put("az", 0.02);
        shares.put("be", 0.01);
        shares.put("hy", 0.015);
        shares.put("ka", 0.015);
        return shares;
    }

    static Set<String> spoken() {
        return LANGUAGES.keySet();
    }

    static String anyLanguage(Dice dice) {
        double share = dice.share();
        for (Map.Entry<String, Double> language : LANGUAGES.entrySet()) {
            share -= language.getValue();
            if (share < 0) {
                return language.getKey();
            }
        }
        return "en";
    }

    Outlet any(String language, Dice dice) {
        List<Outlet> outlets = byLanguage.getOrDefault(language, List.of());
        int rank = ranks.draw(dice);
        // Of those there are not enough for, the small ones share what is left.
        return outlets.get(rank < outlets.size() ? rank : dice.below(outlets.size()));
    }
}
