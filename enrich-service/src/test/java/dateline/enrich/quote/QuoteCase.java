package dateline.enrich.quote;

import dateline.contract.EntityType;
import dateline.contract.Mention;
import dateline.contract.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One text of {@code quotes/cases.txt} with what must be found in it; the file says how it is written. */
record QuoteCase(String name, String language, String text, List<Mention> mentions, List<String> expected) {
    static List<QuoteCase> load(String file) {
        List<QuoteCase> cases = new ArrayList<>();
        for (String block : file.split("(?m)^== ")) {
            if (!block.startsWith("#")) {
                cases.add(of(block.lines().toList()));
            }
        }
        return cases;
    }

    private static QuoteCase of(List<String> lines) {
        String marked = lines.get(1).substring(4).replace("¶", "\n\n");
        List<Mention> mentions = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int start = -1;
        for (char c : marked.toCharArray()) {
            if (c == '[' || c == '<') {
                start = text.length();
            } else if (c == ']' || c == '>') {
                mentions.add(mention(text.substring(start), start, c == ']'));
            } else {
                text.append(c);
            }
        }
        List<String> expected = lines.stream()
                .filter(line -> line.startsWith("> "))
                .map(line -> line.substring(2))
                .toList();
        return new QuoteCase(lines.getFirst(), lines.get(1).substring(0, 2), text.toString(), mentions, expected);
    }

    private static Mention mention(String surface, int start, boolean person) {
        String id = surface.toLowerCase(Locale.ROOT);
        return new Mention(
                Mention.Field.BODY,
                start,
                start + surface.length(),
                surface,
                person ? EntityType.PERSON : EntityType.ORGANISATION,
                person ? id.substring(id.lastIndexOf(' ') + 1) : id.replace(' ', '-'),
                1,
                Mention.By.MODEL);
    }

    /** What is found, written as the file writes it. */
    List<String> found(QuoteFinder finder) {
        return finder.find(text, language, mentions).stream()
                .map(QuoteCase::show)
                .toList();
    }

    static String show(Quote quote) {
        return (quote.kind() == Quote.Kind.DIRECT ? "D" : "I")
                + (quote.continues() ? "+" : "")
                + " "
                + quote.speaker()
                + "=" + quote.speakerId()
                + " "
                + quote.verb()
                + ": "
                + quote.text();
    }
}
