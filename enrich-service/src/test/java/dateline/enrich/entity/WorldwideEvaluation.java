package dateline.enrich.entity;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dateline.contract.Mention;
import dateline.enrich.knowledge.KnowledgeBase;
import dateline.enrich.tagger.LabelledText;
import dateline.enrich.tagger.LabelledText.Span;
import dateline.enrich.tagger.StatisticalTagger;
import dateline.enrich.tagger.TaggedSpan;
import dateline.enrich.token.Tokenizer;
import dateline.enrich.token.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Typed strict F1 on the development half of the Worldwide newswire set, on raw text through our own tokenizer. */
class WorldwideEvaluation {
    @Test
    void printsTable() throws IOException {
        Optional<Path> data = SharedData.find("ner/worldwide-dev");
        assumeTrue(data.isPresent(), "no shared/eval/ner/worldwide-dev beside the repository");
        run(data.get());
    }

    static SpanScore run(Path directory) throws IOException {
        List<LabelledText> texts = read(directory);
        StatisticalTagger statistical = StatisticalTagger.load();
        EntityTagger tagger = new EntityTagger(KnowledgeBase.load(), statistical);
        SpanScore alone = new SpanScore();
        SpanScore whole = new SpanScore();
        Tokenizer tokenizer = new Tokenizer();
        for (LabelledText text : texts) {
            Set<Span> gold = new HashSet<>(text.spans());
            Tokens tokens = tokenizer.tokenize(text.text());
            Set<Span> spans = new HashSet<>();
            for (TaggedSpan span : statistical.tag(tokens)) {
                spans.add(new Span(tokens.start(span.from()), tokens.end(span.to() - 1), span.type()));
            }
            alone.add(gold, spans);
            Set<Span> mentions = new HashSet<>();
            for (Mention mention :
                    tagger.annotate("", text.text(), "en", ArticleContext.NONE).mentions()) {
                mentions.add(new Span(mention.start(), mention.end(), mention.type()));
            }
            whole.add(gold, mentions);
            if (Boolean.getBoolean("errors")) {
                errors(text, gold, mentions);
            }
        }
        System.out.println(SpanScore.header());
        System.out.println(alone.row("statistical tagger alone"));
        System.out.println(whole.row("whole entity tagger"));
        return whole;
    }

    private static void errors(LabelledText text, Set<Span> gold, Set<Span> found) {
        for (Span span : gold) {
            if (!found.contains(span)) {
                System.out.println("MISSED " + show(text, span));
            }
        }
        for (Span span : found) {
            if (!gold.contains(span)) {
                System.out.println("WRONG  " + show(text, span));
            }
        }
    }

    private static String show(LabelledText text, Span span) {
        int from = Math.max(0, span.start() - 30);
        int to = Math.min(text.text().length(), span.end() + 30);
        return (span.type() + "\t" + text.text().substring(span.start(), span.end()) + "\t"
                        + text.text().substring(from, span.start()) + "[["
                        + text.text().substring(span.start(), span.end()) + "]]"
                        + text.text().substring(span.end(), to))
                .replace('\n', ' ');
    }

    private static List<LabelledText> read(Path directory) throws IOException {
        List<LabelledText> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                texts.addAll(LabelledText.readColumns(file, 1, Integer.MAX_VALUE));
            }
        }
        return texts;
    }

    static void main(String[] args) throws IOException {
        run(Path.of(args[0]));
    }
}
