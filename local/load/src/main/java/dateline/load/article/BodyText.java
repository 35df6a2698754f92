package dateline.load.article;

import dateline.contract.EntityType;
import dateline.contract.Figure;
import dateline.contract.IncomingArticle;
import dateline.contract.Mention;
import dateline.contract.Quote;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes a title and the paragraphs of a body and keeps a note of who is named and quoted where. */
final class BodyText {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(\\.\\d+)?");

    private final Wording wording;
    private final List<Named> cast;
    private final Dice dice;
    private final Set<String> introduced = new HashSet<>();
    private final List<String> paragraphs = new ArrayList<>();
    private final StringBuilder now = new StringBuilder();
    private int before;

    final List<Mention> mentions = new ArrayList<>();
    final List<Quote> quotes = new ArrayList<>();
    final List<Figure> figures = new ArrayList<>();

    BodyText(Wording wording, List<Named> cast, Dice dice) {
        this.wording = wording;
        this.cast = cast;
        this.dice = dice;
    }

    /** A headline that names whom the story is about. */
    String title() {
        List<String> words = new ArrayList<>(wording.sentence(dice));
        String last = words.removeLast();
        words.add(last.substring(0, last.length() - 1));
        if (words.stream().noneMatch(word -> word.indexOf(Wording.SLOT) >= 0)) {
            words.add(dice.below(words.size() + 1), Wording.SLOT + "P");
        }
        String title = write(words.subList(0, Math.min(words.size(), 12)), Mention.Field.TITLE);
        now.setLength(0);
        introduced.clear();
        return title;
    }

    /** Adds a paragraph of some sentences. */
    void paragraph(int sentences) {
        for (int i = 0; i < sentences; i++) {
            if (!now.isEmpty()) {
                now.append(' ');
            }
            write(wording.sentence(dice), Mention.Field.BODY);
        }
        close();
    }

    /** Adds a paragraph in which one of those it is about says something. */
    void said(String verb) {
        Named speaker = someone(EntityType.PERSON);
        now.append('“');
        int start = before + now.length();
        write(wording.sentence(dice), Mention.Field.BODY);
        now.setLength(now.length() - 1);
        int end = before + now.length();
        String words = now.substring(start - before);
        now.append(",” ");
        String name = name(speaker, Mention.Field.BODY);
        now.append(' ').append(verb).append('.');
        quotes.add(new Quote(
                start, end, words, Quote.Kind.DIRECT, false, name, speaker.id(), verb, wording.language(), 0.9));
        close();
    }

    List<String> paragraphs() {
        return paragraphs;
    }

    int length() {
        return before;
    }

    /** Where the next paragraph begins if another one of that length is put before it. */
    void opensWith(String dateline) {
        now.append(dateline);
        close();
    }

    private void close() {
        paragraphs.add(now.toString());
        before += now.length() + IncomingArticle.BLOCK_SEPARATOR.length();
        now.setLength(0);
    }

    private String write(List<String> words, Mention.Field field) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (i > 0) {
                now.append(' ');
            }
            int slot = word.indexOf(Wording.SLOT);
            if (slot >= 0 && slot + 1 < word.length()) {
                now.append(word, 0, slot);
                name(someone(Wording.type(word.charAt(slot + 1))), field);
                // A word with two names in it keeps the first.
                now.append(word.substring(slot + 2).replaceAll(Wording.SLOT + ".", ""));
            } else {
                figure(word, field);
                now.append(word);
            }
        }
        return now.toString();
    }

    private void figure(String word, Mention.Field field) {
        Matcher number = NUMBER.matcher(word);
        if (field == Mention.Field.BODY && figures.size() < 4 && number.lookingAt()) {
            int start = before + now.length();
            figures.add(new Figure(
                    start, start + number.end(), number.group(), Double.parseDouble(number.group()), null, null, null));
        }
    }

    /** Those it is about are named more often than those who are mentioned by the way. */
    private Named someone(EntityType type) {
        List<Named> some = cast.stream().filter(each -> each.type() == type).toList();
        if (some.isEmpty()) {
            return cast.getFirst();
        }
        return some.get(Math.min(dice.runs(0.45, 12), some.size() - 1));
    }

    private String name(Named who, Mention.Field field) {
        String name = introduced.add(who.id()) ? who.in(wording.language()) : who.again(wording.language());
        int start = (field == Mention.Field.BODY ? before : 0) + now.length();
        now.append(name);
        mentions.add(
                new Mention(field, start, start + name.length(), name, who.type(), who.id(), 0.9, Mention.By.ALIAS));
        return name;
    }
}
