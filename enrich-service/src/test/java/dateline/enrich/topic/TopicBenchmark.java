package dateline.enrich.topic;

import dateline.enrich.language.LanguageIdentifier;
import dateline.newsroom.SampleArticle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

/** Prints how many articles of 3.5 KB one core reads for topics, and for language, in a second. */
class TopicBenchmark {
    private static final int LENGTH = 3_500;
    private static final int ROUNDS = 3;

    @Test
    void print() {
        List<TopicText> texts = new ArrayList<>();
        for (SampleArticle.Split split : SampleArticle.Split.values()) {
            for (Labelled labelled : Labelled.load(split)) {
                TopicText text = labelled.text();
                String body =
                        text.body().repeat(LENGTH / text.body().length() + 1).substring(0, LENGTH);
                texts.add(new TopicText(text.title(), body, text.section(), text.tags(), text.url(), text.language()));
            }
        }
        TopicTagger tagger = new TopicTagger();
        LanguageIdentifier identifier = new LanguageIdentifier();
        measure("topic", texts, text -> tagger.tag(text).size());
        measure(
                "language",
                texts,
                text -> identifier.identify(text.body(), null).tag().length());
    }

    private static void measure(String name, List<TopicText> texts, ToIntFunction<TopicText> step) {
        int sum = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            int count = 0;
            while (System.nanoTime() - start < 2_000_000_000L) {
                for (TopicText text : texts) {
                    sum += step.applyAsInt(text);
                }
                count += texts.size();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    "%s, round %d: %.0f articles a second (checksum %d)%n", name, round, count / seconds, sum);
        }
    }
}
