package dateline.enrich.time;

import dateline.contract.DateMention;
import dateline.enrich.SpanValueScore;
import dateline.newsroom.Newsroom;
import dateline.newsroom.SampleArticle;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Dates of the newsroom: span and value must both be equal. Prints the training half with its errors; the held-out half
 * only with {@code -Dfacts.heldOut}, and without errors.
 */
public class DateEvaluation {
    private record Item(int start, int end, String value) {}

    @Test
    void printsTable() {
        score(SampleArticle.Split.TRAIN, true);
        if (System.getProperty("facts.heldOut") != null) {
            score(SampleArticle.Split.HELD_OUT, false);
        }
    }

    /** F1 over all articles of a split. */
    static double score(SampleArticle.Split split, boolean errors) {
        DateReader reader = new DateReader();
        SpanValueScore english = new SpanValueScore();
        SpanValueScore others = new SpanValueScore();
        SpanValueScore all = new SpanValueScore();
        for (SampleArticle article : Newsroom.load().articles(split)) {
            List<Item> gold = article.gold().dates().stream()
                    .map(date -> new Item(date.start(), date.end(), date.value()))
                    .toList();
            List<DateMention> dates = reader.read(
                    article.body(),
                    article.gold().language(),
                    article.gold().published().at().atZone(ZoneOffset.UTC).toLocalDate());
            List<Item> found = dates.stream()
                    .map(date -> new Item(date.start(), date.end(), date.value()))
                    .toList();
            all.add(found, gold);
            List<Set<Item>> wrong = (article.gold().language().equals("en") ? english : others).add(found, gold);
            if (errors) {
                wrong.getFirst().forEach(item -> print("WRONG ", article, item));
                wrong.getLast().forEach(item -> print("MISSED", article, item));
            }
        }
        System.out.println("| dates, " + split + " | precision | recall | F1 |");
        System.out.println(english.row("English"));
        System.out.println(others.row("other languages"));
        System.out.println(all.row("all"));
        return all.f1();
    }

    private static void print(String what, SampleArticle article, Item item) {
        String body = article.body();
        System.out.println(what + " " + article.gold().language() + " "
                + article.gold().published().at() + " "
                + body.substring(Math.max(0, item.start - 50), item.start).replace('\n', ' ') + "["
                + body.substring(item.start, item.end) + "]"
                + body.substring(item.end, Math.min(body.length(), item.end + 40))
                        .replace('\n', ' ') + " = "
                + item.value);
    }

    static void main(String[] args) {
        new DateEvaluation().printsTable();
    }
}
