package dateline.enrich.geography;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.contract.Block;
import dateline.contract.Geography;
import dateline.contract.RawArticle;
import dateline.enrich.WholePipeline;
import dateline.newsroom.GoldLabels;
import dateline.newsroom.Newsroom;
import dateline.newsroom.SampleArticle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Datelines of the newsroom through the whole pipeline: right if the place's entity is the labelled one. "Text alone": the
 * body is one block and the dateline must be noticed, too. "Block": the labelled dateline is a block, as extraction makes
 * them. Its held-out half, whose errors have been read, is only measured with {@code -Dfacts.heldOut}.
 */
public class DatelineEvaluation {
    @Test
    void printsTable() {
        try (WholePipeline whole = new WholePipeline()) {
            score(whole, SampleArticle.Split.TRAIN);
            if (System.getProperty("facts.heldOut") != null) {
                score(whole, SampleArticle.Split.HELD_OUT);
            }
            for (String set : List.of("openings", "openings2", "openings3", "openings4", "openings5", "openings6")) {
                scoreOpenings(whole, set + ".tsv");
            }
        }
    }

    /** Openings that were written and labelled by somebody who had not seen the program. */
    private static void scoreOpenings(WholePipeline whole, String file) {
        int gold = 0;
        int found = 0;
        int right = 0;
        for (Opening opening : Opening.in(file)) {
            String place = place(
                    whole, WholePipeline.article("", opening.published(), opening.country(), List.of(opening.block())));
            boolean same = opening.isRight(place);
            gold += opening.place().isEmpty() ? 0 : 1;
            found += place == null ? 0 : 1;
            right += same && place != null ? 1 : 0;
            if (!same) {
                System.out.println("WRONG " + place + " for " + opening.place() + " " + opening.id());
            }
        }
        print(file, gold, found, right);
    }

    private static void print(String what, int gold, int found, int right) {
        System.out.printf(
                Locale.ROOT,
                "| datelines, %s | precision %.3f (%d of %d), recall %.3f (of %d) |%n",
                what,
                (double) right / Math.max(1, found),
                right,
                found,
                (double) right / gold,
                gold);
    }

    /**
     * A story's opening.
     *
     * @param place what its dateline names; empty if it has none, {@code nil} if the knowledge base does not know it
     */
    private record Opening(String id, String country, Instant published, String place, String text) {
        static List<Opening> in(String file) {
            try (InputStream in = DatelineEvaluation.class.getResourceAsStream("/datelines/" + file)) {
                return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8)
                        .lines()
                        .skip(1)
                        .map(line -> line.split("\t", -1))
                        .map(row -> new Opening(row[0], row[2], Instant.parse(row[3]), row[4], row[5]))
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** A place that the knowledge base does not know is found under a name of its own. */
        boolean isRight(@Nullable String found) {
            return place.equals("nil")
                    ? found != null && found.startsWith("nil:")
                    : place.equals(Objects.requireNonNullElse(found, ""));
        }

        Block block() {
            return new Block(Block.Kind.PARAGRAPH, text.replace("\\n", "\n"));
        }
    }

    private static void score(WholePipeline whole, SampleArticle.Split split) {
        int gold = 0;
        int found = 0;
        int right = 0;
        int rightBlocks = 0;
        for (SampleArticle sample : Newsroom.load().articles(split)) {
            GoldLabels.Dateline label = sample.gold().dateline();
            String place = place(whole, WholePipeline.article(sample));
            found += place == null ? 0 : 1;
            if (label == null) {
                if (place != null) {
                    System.out.println("INVENTED " + place + " " + sample.body().substring(0, 60));
                }
                continue;
            }
            gold++;
            boolean same = Objects.equals(place, label.place());
            right += same ? 1 : 0;
            String block = place(whole, withBlock(sample, label));
            rightBlocks += Objects.equals(block, label.place()) ? 1 : 0;
            if (!(same && Objects.equals(block, label.place()))) {
                System.out.println("WRONG " + place + " / " + block + " for " + label.place() + " "
                        + sample.body().substring(0, 60));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "| datelines, %s | text alone: precision %.3f (%d of %d), recall %.3f (of %d) | block: right %.3f |%n",
                split,
                (double) right / Math.max(1, found),
                right,
                found,
                (double) right / gold,
                gold,
                (double) rightBlocks / gold);
    }

    private static String place(WholePipeline whole, RawArticle article) {
        Geography geography = whole.pipeline().enrich(article).geography();
        return geography == null || geography.dateline() == null
                ? null
                : geography.dateline().entityId();
    }

    private static RawArticle withBlock(SampleArticle sample, GoldLabels.Dateline label) {
        String rest = sample.body().substring(label.end()).replaceFirst("^[\\s—–:.-]+", "");
        return WholePipeline.article(
                sample.title(),
                sample.gold().published().at(),
                sample.outlet().country(),
                List.of(
                        new Block(Block.Kind.DATELINE, sample.body().substring(label.start(), label.end())),
                        new Block(Block.Kind.PARAGRAPH, rest)));
    }

    static void main(String[] args) {
        new DatelineEvaluation().printsTable();
    }
}
