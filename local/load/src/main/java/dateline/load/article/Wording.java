package dateline.load.article;

import dateline.contract.EntityType;
import dateline.newsroom.GoldLabels;
import dateline.newsroom.SampleArticle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Sentences of one language: each word follows the one or two before it as somewhere in the newsroom, names make room
 * for others, digits are thrown anew, and every few words one is made up, so that there are rare words as in real text.
 * The less the newsroom has in a language, the more words are made up.
 */
final class Wording {
    /** A character of Unicode's private area and the first letter of a type stand for a name. */
    static final char SLOT = '\uE000';

    private static final int PURPOSE = 10;
    private static final int MADE_UP = 150_000;
    private static final int LONGEST_SENTENCE = 34;

    private final String language;
    private final long seed;
    private final List<String> tokens = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Integer, List<Integer>> afterOne = new HashMap<>();
    private final Map<Long, List<Integer>> afterTwo = new HashMap<>();
    private final List<Integer> beginnings = new ArrayList<>();
    private final Letters letters;
    private final Zipf rarity = new Zipf(MADE_UP, 1.05);
    private final double madeUp;
    private final double byTwo;

    Wording(String language, List<SampleArticle> articles, long seed) {
        this.language = language;
        this.seed = seed;
        int words = 0;
        Set<String> plain = new HashSet<>();
        for (SampleArticle article : articles) {
            for (String paragraph : withSlots(article).split("\n\n")) {
                List<Integer> sentence = new ArrayList<>();
                for (String token : paragraph.strip().split("\\s+")) {
                    words++;
                    plain.add(token.toLowerCase(Locale.ROOT));
                    sentence.add(number(token));
                    if (ends(token)) {
                        learn(sentence);
                        sentence = new ArrayList<>();
                    }
                }
            }
        }
        this.letters = new Letters(plain.stream().sorted().toList());
        this.madeUp = words > 10_000 ? 0.12 : words > 300 ? 0.4 : 0.55;
        this.byTwo = words > 10_000 ? 0.7 : 0;
    }

    private static boolean ends(String token) {
        return ".?!։".indexOf(token.charAt(token.length() - 1)) >= 0 && token.length() > 2;
    }

    private static String withSlots(SampleArticle article) {
        StringBuilder text = new StringBuilder(article.body());
        for (GoldLabels.EntityMention mention : article.gold().entities().reversed()) {
            if (mention.field() == GoldLabels.Field.BODY) {
                text.replace(
                        mention.start(),
                        mention.end(),
                        "" + SLOT + mention.type().name().charAt(0));
            }
        }
        // Marks of quotation would not come in pairs; the maker sets its own.
        return text.toString().replaceAll("[“”„«»\"]", "");
    }

    private int number(String token) {
        return numbers.computeIfAbsent(token, added -> {
            tokens.add(added);
            return tokens.size() - 1;
        });
    }

    private void learn(List<Integer> sentence) {
        if (sentence.size() < 4) {
            return;
        }
        beginnings.add(sentence.getFirst());
        for (int i = 1; i < sentence.size(); i++) {
            afterOne.computeIfAbsent(sentence.get(i - 1), before -> new ArrayList<>())
                    .add(sentence.get(i));
            if (i > 1) {
                afterTwo.computeIfAbsent(pair(sentence.get(i - 2), sentence.get(i - 1)), before -> new ArrayList<>())
                        .add(sentence.get(i));
            }
        }
    }

    private static long pair(int first, int second) {
        return ((long) first << 32) | second;
    }

    String language() {
        return language;
    }

    /** The words of a sentence, the first in upper case and the last with a full stop. */
    List<String> sentence(Dice dice) {
        List<String> sentence = new ArrayList<>();
        int before = -1;
        int last = dice.oneOf(beginnings);
        sentence.add(capital(varied(tokens.get(last), dice)));
        while (!ends(tokens.get(last))) {
            List<Integer> next = before >= 0 && dice.chance(byTwo) ? afterTwo.get(pair(before, last)) : null;
            next = next == null ? afterOne.get(last) : next;
            if (next == null || sentence.size() >= LONGEST_SENTENCE) {
                break;
            }
            before = last;
            last = dice.oneOf(next);
            sentence.add(varied(tokens.get(last), dice));
        }
        String end = sentence.removeLast();
        sentence.add(ends(end) ? end : end.replaceAll("[,;:–—]+$", "") + ".");
        return sentence;
    }

    private String varied(String token, Dice dice) {
        if (token.indexOf(SLOT) >= 0) {
            return token;
        }
        if (Character.isDigit(token.codePointAt(0))) {
            return otherDigits(token, dice);
        }
        int end = token.length();
        while (end > 0 && !Character.isLetter(token.charAt(end - 1))) {
            end--;
        }
        return end >= 5 && dice.chance(madeUp) ? word(rarity.draw(dice)) + token.substring(end) : token;
    }

    /** The made-up word of that rank, the same every time. */
    String word(int rank) {
        return letters.word(Dice.of(seed, PURPOSE + language.hashCode(), rank));
    }

    /** A made-up word, few of them often and many seldom. */
    String anyWord(Dice dice) {
        return word(rarity.draw(dice));
    }

    private static String otherDigits(String token, Dice dice) {
        char[] other = token.toCharArray();
        for (int i = 0; i < other.length; i++) {
            if (other[i] >= '0' && other[i] <= '9') {
                other[i] = (char) ('0' + (i == 0 ? dice.from(1, 9) : dice.below(10)));
            }
        }
        return new String(other);
    }

    static String capital(String word) {
        return word.isEmpty() || word.charAt(0) == SLOT
                ? word
                : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    static EntityType type(char letter) {
        return Arrays.stream(EntityType.values())
                .filter(type -> type.name().charAt(0) == letter)
                .findFirst()
                .orElse(EntityType.PLACE);
    }
}
