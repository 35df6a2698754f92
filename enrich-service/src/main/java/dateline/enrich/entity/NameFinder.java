package dateline.enrich.entity;

import dateline.enrich.entity.AliasIndex.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Walks the alias index along an article and keeps what the letter case allows. */
final class NameFinder {
    private final AliasIndex index;

    NameFinder(AliasIndex index) {
        this.index = index;
    }

    /** All spans that read like a name, overlapping ones too, in order of their first token. */
    List<NameSpan> find(Reading reading) {
        List<NameSpan> spans = new ArrayList<>();
        AliasIndex.Lookup lookup = new AliasIndex.Lookup(reading, index.vocabulary);
        Map<Integer, NameSpan> byEnd = new HashMap<>();
        for (int s = 0; s < reading.tokens.sentenceCount(); s++) {
            int end = reading.tokens.sentenceEnd(s);
            for (int i = reading.tokens.sentenceStart(s); i < end; i++) {
                if (lookup.hasAny(i) && mayBegin(reading, i)) {
                    int from = i;
                    byEnd.clear();
                    index.walk(
                            lookup,
                            i,
                            end,
                            (to, first, last, inflected) -> collect(reading, byEnd, from, to, first, last, inflected));
                    spans.addAll(byEnd.values());
                }
            }
        }
        return spans;
    }

    /** In scripts that part words by spaces, a name begins where a word does. */
    private static boolean mayBegin(Reading reading, int token) {
        return reading.isUpper(token)
                || reading.isCaseless(token)
                || !reading.tokens.isWord(token)
                || lowerBegins(reading, token);
    }

    /** "al-Assad", "eBay": few names begin in lower case, and they are checked against their spelling. */
    private static boolean lowerBegins(Reading reading, int token) {
        return reading.tokens.end(token) - reading.tokens.start(token) > 1;
    }

    private void collect(
            Reading reading, Map<Integer, NameSpan> byEnd, int from, int to, int first, int last, boolean inflected) {
        String surface = null;
        for (int a = first; a < last; a++) {
            String alias = index.aliasText[a];
            Role role = index.aliasRole[a];
            if (surface == null) {
                surface = reading.tokens.text().substring(reading.tokens.start(from), reading.tokens.end(to - 1));
            }
            if (!caseFits(reading, from, to, surface, alias, role)) {
                continue;
            }
            int entity = index.aliasEntity[a];
            NameSpan span = byEnd.computeIfAbsent(to, end -> new NameSpan(from, end));
            span.candidates.add(new Candidate(
                    entity, index.entities[entity], role, index.aliasLanguage[a], inflected, surface.equals(alias)));
        }
    }

    /** A name's capitals must be there; letters that stand for words must be capitals all. */
    private static boolean caseFits(Reading reading, int from, int to, String surface, String alias, Role role) {
        if (surface.equals(alias) || reading.isCaseless(from)) {
            return true;
        }
        boolean letters = role == Role.ACRONYM || isLetters(alias);
        if (letters) {
            return withoutDots(surface).equals(withoutDots(alias));
        }
        if (alias.length() <= 3 && to - from == 1) {
            return false;
        }
        boolean aliasUpper = Character.isUpperCase(alias.codePointAt(0));
        if (!reading.isUpper(from)) {
            return !aliasUpper && hasUpper(surface) == hasUpper(alias) && hasUpper(surface);
        }
        // GEORGIA in running text is an acronym or a brand, but FAMAGUSTA is a headline's habit.
        if (reading.isAllUpper(from) && !reading.isShouted(from) && to - from == 1 && surface.length() <= 4) {
            return false;
        }
        for (int i = from + 1; i < to; i++) {
            // The Labour party, Harvard university: the last word may be small if it says what it is.
            boolean small = i == to - 1 && Surroundings.isOrganisation(reading.folded(i));
            if (reading.tokens.isWord(i) && !reading.isUpper(i) && !small && capitalsOnly(alias)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetters(String alias) {
        if (alias.length() > 6) {
            return false;
        }
        for (int i = 0; i < alias.length(); i++) {
            if (Character.isLowerCase(alias.charAt(i))) {
                return false;
            }
        }
        return alias.length() > 1 && Character.isUpperCase(alias.charAt(0));
    }

    private static boolean hasUpper(String text) {
        return text.chars().anyMatch(Character::isUpperCase);
    }

    /** Whether each word of the alias begins with a capital. */
    private static boolean capitalsOnly(String alias) {
        boolean wordStart = true;
        for (int i = 0; i < alias.length(); i++) {
            char c = alias.charAt(i);
            if (wordStart && Character.isLowerCase(c)) {
                return false;
            }
            wordStart = c == ' ' || c == '-';
        }
        return true;
    }

    private static String withoutDots(String text) {
        return text.indexOf('.') < 0 ? text : text.replace(".", "");
    }
}
