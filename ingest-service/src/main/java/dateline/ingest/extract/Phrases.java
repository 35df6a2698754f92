package dateline.ingest.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Many phrases of which one may start at a place in a line. Java tries all branches of an alternation one after the other;
 * here they are sorted by their first two characters, so that a place is compared with one or two of them and not with
 * hundreds. Case is ignored in all scripts.
 *
 * <p>The branches are found by multiplying out the groups a pattern starts with: {@code \b(?:a|b)?c} is {@code \bac},
 * {@code \bbc} or {@code \bc}. A branch of which this does not tell the first character is tried everywhere.
 */
final class Phrases {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    /** Stands for a character that is not known. */
    private static final char ANY = 0;

    private static final int ASCII = 128;

    private static final String SPACES = " \t\n\u000b\f\r";
    private static final String DIGITS = "0123456789";

    private static final char[] FOLDED = foldedLetters();

    private final Map<Integer, Group> byStart = new HashMap<>();
    private final @Nullable Group anywhere;
    /** The groups by the first two characters where both are ASCII: nearly all places are told apart by these. */
    private final @Nullable Group[] @Nullable [] ascii = new @Nullable Group[ASCII] @Nullable [];

    /**
     * Branches that start alike.
     *
     * @param openings the letters that each starts with before anything else than a letter, folded: most places are told
     *     apart by these without a pattern
     */
    private record Group(Pattern pattern, List<String> openings) {
        static Group of(Set<Branch> branches) {
            Set<String> patterns = new LinkedHashSet<>();
            Set<String> openings = new LinkedHashSet<>();
            for (Branch branch : branches) {
                patterns.add(branch.pattern);
                openings.add(branch.opening);
            }
            return new Group(compiled(patterns), List.copyOf(openings));
        }

        boolean startsAt(String line, int at) {
            return opensAt(line, at)
                    && pattern.matcher(line)
                            .useTransparentBounds(true)
                            .useAnchoringBounds(false)
                            .region(at, line.length())
                            .lookingAt();
        }

        private boolean opensAt(String line, int at) {
            for (int i = 0; i < openings.size(); i++) {
                if (opensWith(openings.get(i), line, at)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean opensWith(String opening, String line, int at) {
            if (at + opening.length() > line.length()) {
                return false;
            }
            // The first is what the group was found by.
            for (int i = 1; i < opening.length(); i++) {
                if (folded(line.charAt(at + i)) != opening.charAt(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    private record Branch(String pattern, String opening) {}

    /** The pattern is one of {@link Pattern}, without capturing groups that matter. */
    Phrases(String pattern) {
        Map<Integer, Set<Branch>> branches = new HashMap<>();
        for (String branch : alternatives(pattern)) {
            sort("", branch, branches);
        }
        Set<Branch> undecided = branches.getOrDefault(start(ANY, ANY), Set.of());
        anywhere = undecided.isEmpty() ? null : Group.of(undecided);
        branches.forEach((start, own) -> {
            Set<Branch> all = new LinkedHashSet<>(own);
            all.addAll(branches.getOrDefault(start & ~0xffff, Set.of()));
            all.addAll(undecided);
            byStart.put(start, Group.of(all));
        });
        for (char first = 0; first < ASCII; first++) {
            @Nullable Group[] own = new Group[ASCII];
            boolean any = false;
            for (char second = 0; second < ASCII; second++) {
                own[second] = group(first, second);
                any |= own[second] != null;
            }
            ascii[first] = any ? own : null;
        }
    }

    /** Whether one of the phrases starts at this place. */
    boolean startAt(String line, int at) {
        if (at >= line.length()) {
            return anywhere != null && anywhere.startsAt(line, at);
        }
        char first = line.charAt(at);
        if (at + 1 == line.length()) {
            return startsAt(group(first), line, at);
        }
        char second = line.charAt(at + 1);
        if (first >= ASCII || second >= ASCII) {
            return startsAt(group(first, second), line, at);
        }
        @Nullable Group[] groups = ascii[first];
        return groups != null && startsAt(groups[second], line, at);
    }

    private static boolean startsAt(@Nullable Group group, String line, int at) {
        return group != null && group.startsAt(line, at);
    }

    private @Nullable Group group(char first, char second) {
        Group group = byStart.get(start(folded(first), folded(second)));
        return group == null ? group(first) : group;
    }

    /** Of those of which only the first character is known. */
    private @Nullable Group group(char first) {
        Group group = byStart.get(start(folded(first), ANY));
        return group == null ? anywhere : group;
    }

    /** Whether one of the phrases stands in the line, if all of them start with a letter at an ASCII word boundary. */
    boolean in(String line) {
        boolean boundary = true;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean ofAscii = c < ASCII;
            if ((!ofAscii || boundary && ascii[c] != null) && startAt(line, i)) {
                return true;
            }
            boundary = !ofAscii || !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9');
        }
        return false;
    }

    /** Whether one of the phrases starts the line. */
    boolean start(String line) {
        return startAt(line, 0);
    }

    private static int start(char first, char second) {
        return first << 16 | second;
    }

    /** As {@link Pattern} compares characters when case is ignored. */
    private static char folded(char c) {
        return c < FOLDED.length ? FOLDED[c] : fold(c);
    }

    private static char fold(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    /** Of the scripts that have two cases, nearly all. */
    private static char[] foldedLetters() {
        char[] folded = new char[0x600];
        for (char c = 0; c < folded.length; c++) {
            folded[c] = fold(c);
        }
        return folded;
    }

    private static Pattern compiled(Set<String> branches) {
        // Java's own word boundary knows only ASCII letters.
        return Pattern.compile(String.join("|", branches).replace("\\b", "(?U:\\b)"), FLAGS);
    }

    /** Files a branch under the characters it may start with. {@code lead} is what of it has no width. */
    private static void sort(String lead, String branch, Map<Integer, Set<Branch>> into) {
        if (branch.startsWith("^") || branch.startsWith("\\b")) {
            int width = branch.startsWith("^") ? 1 : 2;
            sort(lead + branch.substring(0, width), branch.substring(width), into);
            return;
        }
        int end = unitEnd(branch);
        char repeat = end < branch.length() ? branch.charAt(end) : ANY;
        boolean optional = repeat == '?' || repeat == '*';
        if (branch.startsWith("(?:") && repeat != '*' && repeat != '+' && repeat != '{') {
            String rest = branch.substring(optional ? end + 1 : end);
            for (String inner : alternatives(branch.substring(3, end - 1))) {
                sort(lead, inner + rest, into);
            }
        } else {
            String members = members(branch.substring(0, end));
            boolean none = repeat == '{' && branch.charAt(end + 1) == '0';
            if (members == null || none) {
                file(ANY, ANY, new Branch(lead + branch, ""), into);
                return;
            }
            char second = repeat == ANY || "?*+{".indexOf(repeat) >= 0 ? ANY : second(branch, end);
            for (char c : members.toCharArray()) {
                String opening = repeat == ANY || "?*+{".indexOf(repeat) < 0 ? c + letters(branch, end) : "" + c;
                file(c, second, new Branch(lead + branch, folded(opening)), into);
            }
        }
        if (optional) {
            sort(lead, branch.substring(end + 1), into);
        }
    }

    private static void file(char first, char second, Branch branch, Map<Integer, Set<Branch>> into) {
        into.computeIfAbsent(start(folded(first), folded(second)), start -> new LinkedHashSet<>())
                .add(branch);
    }

    /** What a branch has from here before the first class, group or repetition. */
    private static String letters(String branch, int from) {
        StringBuilder letters = new StringBuilder();
        int at = from;
        while (at < branch.length()) {
            int end = unitEnd(branch.substring(at)) + at;
            String members = members(branch.substring(at, end));
            boolean repeated = end < branch.length() && "?*+{".indexOf(branch.charAt(end)) >= 0;
            if (members == null || members.length() != 1 || repeated) {
                break;
            }
            letters.append(members);
            at = end;
        }
        return letters.toString();
    }

    private static String folded(String letters) {
        StringBuilder folded = new StringBuilder(letters);
        for (int i = 0; i < folded.length(); i++) {
            folded.setCharAt(i, folded(folded.charAt(i)));
        }
        return folded.toString();
    }

    private static char second(String branch, int at) {
        int end = unitEnd(branch.substring(at)) + at;
        String members = members(branch.substring(at, end));
        boolean optional = end < branch.length() && "?*{".indexOf(branch.charAt(end)) >= 0;
        return members != null && members.length() == 1 && !optional ? members.charAt(0) : ANY;
    }

    /** The characters that a literal or a class stands for; null if they are too many or it is something else. */
    private static @Nullable String members(String unit) {
        if (unit.isEmpty() || "(.$|".indexOf(unit.charAt(0)) >= 0 || unit.startsWith("[^")) {
            return null;
        }
        String inner = unit.startsWith("[") ? unit.substring(1, unit.length() - 1) : unit;
        StringBuilder members = new StringBuilder();
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            if (c == '\\') {
                char escaped = inner.charAt(++i);
                if (escaped == 's' || escaped == 'd') {
                    members.append(escaped == 's' ? SPACES : DIGITS);
                } else if (Character.isLetterOrDigit(escaped)) {
                    return null;
                } else {
                    members.append(escaped);
                }
            } else if (inner.length() > 1 && c == '-' && i > 0 && i + 1 < inner.length() || c == '[' || c == '&') {
                return null;
            } else {
                members.append(c);
            }
        }
        return members.toString();
    }

    /** Where the first literal, class or group of a branch ends. */
    private static int unitEnd(String branch) {
        if (branch.isEmpty()) {
            return 0;
        }
        return switch (branch.charAt(0)) {
            case '\\' -> 2;
            case '[' -> classEnd(branch, 0);
            case '(' -> {
                int depth = 0;
                int i = 0;
                do {
                    char c = branch.charAt(i);
                    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                    i = c == '[' ? classEnd(branch, i) : c == '\\' ? i + 2 : i + 1;
                } while (depth > 0);
                yield i;
            }
            default -> 1;
        };
    }

    private static int classEnd(String pattern, int from) {
        int i = from + 1;
        while (pattern.charAt(i) != ']') {
            i += pattern.charAt(i) == '\\' ? 2 : 1;
        }
        return i + 1;
    }

    private static List<String> alternatives(String pattern) {
        List<String> alternatives = new ArrayList<>();
        int start = 0;
        int i = 0;
        while (i < pattern.length()) {
            if (pattern.charAt(i) == '|') {
                alternatives.add(pattern.substring(start, i));
                start = ++i;
            } else {
                i += unitEnd(pattern.substring(i));
            }
        }
        alternatives.add(pattern.substring(start));
        return alternatives;
    }
}
