package dateline.ingest.extract;

import dateline.contract.Furniture.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the part of a page that is the article, after Arc90's and Mozilla's Readability: paragraphs give points to the
 * boxes around them, fewer the further out, and links take them away; the best box and such of its neighbours that look
 * like it are the article. Pruning by names comes first and is given up step by step if nothing is left of the page.
 */
final class BodyFinder {
    /** Below this many characters an attempt is not trusted, and the next, more lenient one is tried. */
    private static final int ENOUGH = 500;

    /** With this many, what even the most careful names call comments and footers is not looked at. */
    private static final int SOMETHING = 140;

    /** Within so many leaves after the headline a story starts. */
    private static final int NEAR_HEADLINE = 25;

    /** What is before the headline counts this much. */
    private static final double BEFORE = 0.25;

    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final int CANDIDATES = 5;
    private static final Set<String> SCORED_TAGS = Set.of("p", "td", "pre", "section", "h2", "h3", "h4", "h5", "h6");

    private final PageTree tree;
    private final Budget budget;

    private final int headline;

    /** The headline is the index of its leaf, or -1 if it was not found. */
    BodyFinder(PageTree tree, int headline, Budget budget) {
        this.tree = tree;
        this.headline = headline;
        this.budget = budget;
    }

    /** The article's leaves; the best attempt if none is good. */
    Selection find() {
        Selection best = null;
        int most = -1;
        for (Leniency leniency : Leniency.values()) {
            Selection attempt = attempt(leniency);
            int ink = attempt.inkOf(tree);
            if (ink > most) {
                best = attempt;
                most = ink;
            }
            boolean something = leniency == Leniency.NO_WEIGHTS && most >= SOMETHING;
            if (ink >= ENOUGH || something || isAnchored(attempt) || budget.spent()) {
                break;
            }
        }
        return java.util.Objects.requireNonNull(best);
    }

    /** Whether a short story follows its headline so closely that there is no need to look for a longer one. */
    private boolean isAnchored(Selection attempt) {
        int prose = 0;
        int first = -1;
        for (int i = attempt.kept.nextSetBit(0); i >= 0; i = attempt.kept.nextSetBit(i + 1)) {
            Leaf leaf = tree.leaves.get(i);
            if (leaf.length() >= 40 && leaf.endsSentence() && leaf.linkDensity() < 0.3) {
                first = first < 0 ? i : first;
                prose += leaf.ink;
            }
        }
        return headline >= 0 && prose >= SOMETHING && first >= headline && first - headline <= NEAR_HEADLINE;
    }

    /** How much the names in a page are believed. */
    enum Leniency {
        ALL_NAMES,
        NO_UNLIKELY,
        NO_WEIGHTS,
        NOTHING
    }

    private Selection attempt(Leniency leniency) {
        Selection selection = new Selection(tree.leaves.size());
        new Pruning(tree, headline, leniency).apply(selection);
        List<Node> candidates = scored(selection, leniency);
        Node top = top(candidates, selection);
        if (top == null) {
            top = tree.root();
            for (Leaf leaf : tree.leaves) {
                if (selection.reasons[leaf.index] == null) {
                    selection.kept.set(leaf.index);
                }
            }
        } else {
            new Neighbours(tree, selection).join(widened(top, selection));
        }
        new BodyCleaner(tree, selection, leniency).clean();
        return selection;
    }

    private List<Node> scored(Selection pruned, Leniency leniency) {
        for (Node node : tree.nodes) {
            node.scored = false;
            node.score = 0;
        }
        List<Node> candidates = new ArrayList<>();
        int story = storyStart(pruned);
        for (Leaf leaf : tree.leaves) {
            if (pruned.reasons[leaf.index] != null || leaf.length() < 25) {
                continue;
            }
            boolean paragraph =
                    leaf.whole && (SCORED_TAGS.contains(leaf.container.tag) || leaf.container.tag.equals("div"));
            Node up = leaf.whole ? leaf.container.parent : leaf.container;
            if (leaf.whole && !paragraph) {
                continue;
            }
            double points = 1 + leaf.commas + 1 + Math.min(leaf.length() / 100, 3);
            points *= leaf.index < story ? BEFORE : 1;
            for (int level = 0; level < 5 && up != null; level++, up = up.parent) {
                if (!up.scored) {
                    up.scored = true;
                    up.score = initial(up, leniency);
                    candidates.add(up);
                }
                up.score += points / (level == 0 ? 1 : level == 1 ? 2 : level * 3);
            }
        }
        Sums sums = new Sums(tree, pruned);
        for (Node node : candidates) {
            node.score *= 1 - sums.linkDensity(node);
        }
        return candidates;
    }

    /** The headline's leaf, if enough prose comes after it for a story; 0 otherwise. */
    private int storyStart(Selection pruned) {
        int before = 0;
        int after = 0;
        for (Leaf leaf : tree.leaves) {
            if (pruned.reasons[leaf.index] == null && leaf.length() >= 60 && leaf.linkDensity() < 0.3) {
                before += leaf.index < headline ? leaf.ink : 0;
                after += leaf.index > headline ? leaf.ink : 0;
            }
        }
        return headline >= 0 && after >= SOMETHING && after * 6 >= before ? headline : 0;
    }

    static double weight(Node node, Leniency leniency) {
        if (leniency.compareTo(Leniency.NO_WEIGHTS) >= 0) {
            return 0;
        }
        return (node.is(Marks.POSITIVE) ? 25 : 0) - (node.is(Marks.NEGATIVE) ? 25 : 0);
    }

    private static double initial(Node node, Leniency leniency) {
        int byTag = switch (node.tag) {
            case "div" -> 5;
            case "pre", "td", "blockquote" -> 3;
            case "address", "ol", "ul", "dl", "dd", "dt", "li", "form" -> -3;
            case "h1", "h2", "h3", "h4", "h5", "h6", "th" -> -5;
            default -> 0;
        };
        return byTag + weight(node, leniency) + (node.is(Marks.BODY) ? 25 : 0);
    }

    private @Nullable Node top(List<Node> candidates, Selection pruned) {
        candidates.sort(
                Comparator.comparingDouble((Node node) -> node.score).reversed().thenComparingInt(node -> node.index));
        List<Node> best = candidates.subList(0, Math.min(CANDIDATES, candidates.size()));
        if (best.isEmpty() || best.getFirst().tag.equals("body")) {
            return null;
        }
        Node top = sharedBox(best);
        double last = top.score;
        double threshold = last / 3;
        for (Node up = top.parent; up != null && !up.tag.equals("body"); up = up.parent) {
            if (!up.scored) {
                continue;
            }
            if (up.score < threshold) {
                break;
            }
            if (up.score > last) {
                top = up;
                break;
            }
            last = up.score;
        }
        while (top.parent != null && !top.parent.tag.equals("body") && isOnlyChild(top)) {
            top = top.parent;
        }
        return top;
    }

    /**
     * The box around the best one if the story goes on in other boxes of it: if what it holds besides is mostly prose.
     * Templates cut stories in parts for advertisements between them.
     */
    private Node widened(Node top, Selection pruned) {
        Sums sums = new Sums(tree, pruned);
        Node best = top;
        Node up = top.parent;
        for (int level = 0; level < 4 && up != null && !up.tag.equals("body"); level++, up = up.parent) {
            int inside = sums.prose(best);
            int more = sums.prose(up) - inside;
            int other = sums.ink(up) - sums.ink(best);
            if (more > 0 && more * 10 >= inside && more * 10 >= other * 7 && goesOn(best, up)) {
                best = up;
                best.score = Math.max(best.score, top.score);
                best.scored = true;
            }
        }
        return best;
    }

    /** Whether the paragraphs outside the inner box look like those inside: the same elements with the same names. */
    private boolean goesOn(Node inner, Node outer) {
        Set<String> looks = new HashSet<>();
        for (Leaf leaf : tree.leavesOf(inner)) {
            if (leaf.length() >= 80) {
                looks.add(look(leaf));
            }
        }
        int same = 0;
        int all = 0;
        for (Leaf leaf : tree.leavesOf(outer)) {
            if (leaf.length() >= 80 && leaf.linkDensity() < 0.3 && !inner.contains(leaf)) {
                all++;
                same += looks.contains(look(leaf)) ? 1 : 0;
            }
        }
        return same * 10 >= all * 6;
    }

    private static String look(Leaf leaf) {
        Node parent = leaf.container.parent;
        String names = leaf.container.tag
                + ' '
                + leaf.container.element.className()
                + '/'
                + (parent == null ? "" : parent.tag + ' ' + parent.element.className());
        return DIGITS.matcher(names).replaceAll("");
    }

    private boolean isOnlyChild(Node node) {
        Node parent = node.parent;
        return parent != null && parent.firstLeaf == node.firstLeaf && parent.endLeaf == node.endLeaf;
    }

    /** If several candidates are nearly as good as the best, the box that three of them share. */
    private static Node sharedBox(List<Node> best) {
        Node top = best.getFirst();
        List<Node> rivals = new ArrayList<>();
        for (Node node : best.subList(1, best.size())) {
            if (node.score >= top.score * 0.75) {
                rivals.add(node);
            }
        }
        if (rivals.size() < 3) {
            return top;
        }
        for (Node up = top.parent; up != null && !up.tag.equals("body"); up = up.parent) {
            Node box = up;
            if (rivals.stream()
                            .filter(rival -> box.contains(rival) && box != rival)
                            .count()
                    >= 3) {
                return initialized(box);
            }
        }
        return top;
    }

    private static Node initialized(Node node) {
        if (!node.scored) {
            node.scored = true;
            node.score = initial(node, Leniency.ALL_NAMES);
        }
        return node;
    }

    /** Why a leaf under a node with these marks is furniture. */
    static Reason reason(int marks) {
        if ((marks & Marks.COMMENTS) != 0) {
            return Reason.COMMENTS;
        } else if ((marks & Marks.NAVIGATION) != 0) {
            return Reason.NAVIGATION;
        } else if ((marks & Marks.RELATED) != 0) {
            return Reason.RELATED_ARTICLES;
        } else if ((marks & Marks.SHARE) != 0) {
            return Reason.SHARE_BAR;
        } else if ((marks & Marks.APPEAL) != 0) {
            return Reason.APPEAL;
        } else if ((marks & Marks.COOKIE) != 0) {
            return Reason.COOKIE_NOTICE;
        } else if ((marks & Marks.ADVERTISEMENT) != 0) {
            return Reason.ADVERTISEMENT;
        }
        return Reason.OTHER;
    }
}
