package dateline.enrich.figure;

import dateline.contract.Figure;
import dateline.enrich.SpanValueScore;
import dateline.newsroom.Newsroom;
import dateline.newsroom.SampleArticle;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Figures of the newsroom: span, value and currency must all be equal. Prints the training half with its errors; the
 * held-out half only with {@code -Dfacts.heldOut}, and without errors. Labelled dates are kept out, as the pipeline keeps
 * out found ones.
 */
public class FigureEvaluation {
    private record Item(int start, int end, double value, String currency) {}

    @Test
    void printsTable() {
        score(SampleArticle.Split.TRAIN, true);
        if (System.getProperty("facts.heldOut") != null) {
            score(SampleArticle.Split.HELD_OUT, false);
        }
    }

    /** F1 over the English articles of a split. */
    static double score(SampleArticle.Split split, boolean errors) {
        FigureReader reader = new FigureReader();
        SpanValueScore english = new SpanValueScore();
        SpanValueScore others = new SpanValueScore();
        int units = 0;
        int rightUnits = 0;
        for (SampleArticle article : Newsroom.load().articles(split)) {
            List<Item> gold = article.gold().figures().stream()
                    .map(figure ->
                            new Item(figure.start(), figure.end(), figure.value(), String.valueOf(figure.currency())))
                    .toList();
            List<Figure> figures = reader
                    .read(
                            article.body(),
                            article.gold().language(),
                            new Currencies(article.outlet().country(), List.of()))
                    .stream()
                    .filter(figure -> article.gold().dates().stream()
                            .noneMatch(date -> date.start() < figure.end() && figure.start() < date.end()))
                    .toList();
            List<Item> found = figures.stream()
                    .map(figure ->
                            new Item(figure.start(), figure.end(), figure.value(), String.valueOf(figure.currency())))
                    .toList();
            List<Set<Item>> wrong = (article.gold().language().equals("en") ? english : others).add(found, gold);
            for (Figure figure : figures) {
                var label = article.gold().figures().stream()
                        .filter(one -> one.start() == figure.start() && one.end() == figure.end() && one.unit() != null)
                        .findFirst();
                units += label.isPresent() ? 1 : 0;
                rightUnits += label.isPresent() && Objects.equals(label.get().unit(), figure.unit()) ? 1 : 0;
            }
            if (errors) {
                wrong.getFirst().forEach(item -> print("WRONG ", article, item));
                wrong.getLast().forEach(item -> print("MISSED", article, item));
            }
            if (System.getProperty("facts.of") != null && errors) {
                figures.forEach(
                        figure -> System.out.println("OF " + around(article.body(), figure.start(), figure.end())
                                + " OF " + figure.of() + " UNIT " + figure.unit()));
            }
        }
        System.out.println("| figures, " + split + " | precision | recall | F1 |");
        System.out.println(english.row("English"));
        System.out.println(others.row("other languages"));
        System.out.println("units equal, where one is labelled and the span was found: " + rightUnits + " of " + units);
        return english.f1();
    }

    private static void print(String what, SampleArticle article, Item item) {
        System.out.println(what + " " + article.gold().language() + " " + around(article.body(), item.start, item.end)
                + " = " + item.value + " " + item.currency);
    }

    private static String around(String body, int start, int end) {
        return Stream.of(
                        body.substring(Math.max(0, start - 50), start),
                        body.substring(start, end),
                        body.substring(end, Math.min(body.length(), end + 30)))
                .map(part -> part.replace('\n', ' '))
                .reduce((a, b) -> a + "|" + b)
                .orElse("");
    }

    static void main(String[] args) {
        new FigureEvaluation().printsTable();
    }
}
