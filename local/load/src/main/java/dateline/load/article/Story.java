package dateline.load.article;

import dateline.contract.EntityType;
import java.util.ArrayList;
import java.util.List;

/**
 * What happened, and who is in it. A story begins on a day; the first ones of a day are the great ones.
 *
 * @param topics ids, the main one first
 * @param cast who may be named, those it is about first
 */
record Story(List<String> topics, List<Named> cast) {
    private static final int PURPOSE = 50;

    static Story of(long seed, int day, int rank, World world, Subjects subjects) {
        Dice dice = Dice.of(seed, PURPOSE, (long) day << 20 | rank);
        List<Named> cast = new ArrayList<>();
        Named where = world.any(EntityType.PLACE, dice);
        cast.add(where);
        for (EntityType type : List.of(
                EntityType.PERSON,
                EntityType.ORGANISATION,
                EntityType.PERSON,
                EntityType.PLACE,
                EntityType.PERSON,
                EntityType.ORGANISATION,
                EntityType.PLACE,
                EntityType.PERSON)) {
            String country = where.country();
            Named one = country != null && dice.chance(0.5) ? world.of(country, type, dice) : world.any(type, dice);
            if (!cast.contains(one)) {
                cast.add(one);
            }
        }
        List<String> topics = new ArrayList<>();
        topics.add(subjects.any(dice));
        if (dice.chance(0.5)) {
            topics.add(subjects.any(dice));
        }
        return new Story(topics.stream().distinct().toList(), List.copyOf(cast));
    }
}
