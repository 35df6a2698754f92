package dateline.load.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes up words that look like a language's: each letter follows two as it does in words that exist. */
final class Letters {
    private static final int LONGEST = 14;
    private static final char END = '\n';

    private final Map<String, StringBuilder> following = new HashMap<>();
    private final List<String> beginnings = new ArrayList<>();

    Letters(Iterable<String> words) {
        for (String word : words) {
            if (word.length() < 4 || !word.chars().allMatch(Character::isLetter)) {
                continue;
            }
            beginnings.add(word.substring(0, 2));
            for (int i = 2; i <= word.length(); i++) {
                following
                        .computeIfAbsent(word.substring(i - 2, i), pair -> new StringBuilder())
                        .append(i == word.length() ? END : word.charAt(i));
            }
        }
    }

    /** A word of at least four letters. */
    String word(Dice dice) {
        StringBuilder word = new StringBuilder(dice.oneOf(beginnings));
        while (word.length() < LONGEST) {
            StringBuilder next = following.get(word.substring(word.length() - 2));
            char letter = next == null ? END : next.charAt(dice.below(next.length()));
            if (letter == END && word.length() >= 4) {
                return word.toString();
            }
            word.append(letter == END ? dice.oneOf(beginnings) : String.valueOf(letter));
        }
        return word.toString();
    }
}
