package dateline.enrich.entity;

import dateline.contract.EntityType;
import dateline.enrich.token.Folding;

/** Ids for names that the knowledge base does not know; the same name has the same id in every article. */
final class Slugs {
    private static final int LONGEST = 80;

    private Slugs() {}

    /** {@code nil:person:john-hlophe}: type and name in Latin letters. */
    static String nil(EntityType type, String name) {
        String kind = switch (type) {
            case PERSON -> "person";
            case ORGANISATION -> "org";
            case PLACE -> "place";
        };
        return "nil:" + kind + ":" + slug(name);
    }

    private static String slug(String name) {
        StringBuilder slug = new StringBuilder();
        String latin = Transliteration.toLatin(Folding.fold(name));
        boolean gap = false;
        for (int i = 0; i < latin.length() && slug.length() < LONGEST; i++) {
            char c = latin.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                if (gap && !slug.isEmpty()) {
                    slug.append('-');
                }
                slug.append(c);
                gap = false;
            } else {
                gap = true;
            }
        }
        return slug.isEmpty() ? "unnamed" : slug.toString();
    }
}
