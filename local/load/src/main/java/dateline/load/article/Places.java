package dateline.load.article;

import dateline.contract.EntityType;
import dateline.contract.Geography;
import dateline.contract.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where an article plays, by the places that it names. */
final class Places {
    private Places() {}

    static Geography of(List<Mention> mentions, List<Named> cast) {
        List<Geography.Place> places = new ArrayList<>();
        Map<String, Integer> countries = new TreeMap<>();
        int all = 0;
        for (Named named : cast) {
            int count = (int) mentions.stream()
                    .filter(mention -> mention.entityId().equals(named.id()))
                    .count();
            if (count > 0 && named.country() != null) {
                countries.merge(named.country(), count, Integer::sum);
                all += count;
            }
            if (count > 0 && named.type() == EntityType.PLACE) {
                places.add(new Geography.Place(
                        named.id(), named.name(), named.country(), named.latitude(), named.longitude(), count));
            }
        }
        double sum = Math.max(1, all);
        return new Geography(
                null,
                places,
                countries.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                        .limit(4)
                        .map(country -> new Geography.Country(country.getKey(), country.getValue() / sum))
                        .toList());
    }
}
