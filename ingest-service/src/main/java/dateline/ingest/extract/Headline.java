package dateline.ingest.extract;

import java.util.Set;

/** Where on the page its headline stands: the story comes after it, and cookie walls and menus before. */
final class Headline {
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4");
    /** What a kicker or label in the same heading may add to the title, in letters and digits. */
    private static final int KICKER = 40;

    private static final int SHORTEST = 8;

    private Headline() {}

    /** The index of the headline's leaf: of a first-level heading rather than another; -1 if none says the title. */
    static int find(PageTree tree, String title) {
        String key = Clean.key(title);
        if (key.length() < SHORTEST) {
            return -1;
        }
        int other = -1;
        for (Leaf leaf : tree.leaves) {
            if (leaf.length() > 300 || !HEADINGS.contains(leaf.container.tag) || !says(leaf.text, key)) {
                continue;
            }
            if (leaf.container.tag.equals("h1")) {
                return leaf.index;
            }
            other = other < 0 ? leaf.index : other;
        }
        return other;
    }

    /** Whether a heading is the title, alone or with a kicker before or after it. */
    static boolean says(String heading, String titleKey) {
        String key = Clean.key(heading);
        return !titleKey.isEmpty()
                && key.length() <= titleKey.length() + KICKER
                && (key.endsWith(titleKey) || key.startsWith(titleKey));
    }
}
