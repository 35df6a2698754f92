package dateline.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.enrich.knowledge.KnowledgeBase;
import dateline.enrich.tagger.StatisticalTagger;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class NameVariantsTests {
    private final EntityTagger tagger = new EntityTagger(KnowledgeBase.load(), StatisticalTagger.load());

    @Test
    void spellingsOfOneNameLeadToOneEntity() {
        int all = 0;
        List<String> wrong = new ArrayList<>();
        for (String line : lines("variants.tsv")) {
            String[] cells = line.split("\t");
            for (String byLanguage : cells[1].split("\\|")) {
                String language = byLanguage.substring(0, byLanguage.indexOf('='));
                for (String name : byLanguage.substring(language.length() + 1).split(";")) {
                    all++;
                    List<String> ids = ids(language, name);
                    if (!ids.equals(List.of(cells[0]))) {
                        wrong.add(language + " " + name + " -> " + ids);
                    }
                }
            }
        }
        System.out.printf("%d of %d spellings right%n%s%n", all - wrong.size(), all, String.join("\n", wrong));
        assertThat(all).isGreaterThanOrEqualTo(300);
        assertThat(wrong).hasSizeLessThanOrEqualTo(all * 3 / 100);
    }

    @Test
    void namesakesAreNotTakenForEachOther() {
        int all = 0;
        List<String> merged = new ArrayList<>();
        for (String line : lines("namesakes.tsv")) {
            String[] cells = line.split("\t");
            for (String name : cells[1].split(";")) {
                all++;
                if (ids("en", name).contains(cells[0])) {
                    merged.add(name + " -> " + cells[0]);
                }
            }
        }
        assertThat(all).isGreaterThanOrEqualTo(100);
        assertThat(merged).isEmpty();
    }

    private List<String> ids(String language, String name) {
        String text = language.equals("en") ? "On Monday " + name + " was named in all papers." : name + ".";
        return tagger.annotate("", text, language, ArticleContext.NONE).mentions().stream()
                .filter(mention -> !mention.entityId().startsWith("nil:"))
                .map(mention -> mention.entityId())
                .distinct()
                .toList();
    }

    private static List<String> lines(String file) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(NameVariantsTests.class.getResourceAsStream("/entities/" + file)),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void main(String[] args) {
        NameVariantsTests tests = new NameVariantsTests();
        for (Runnable test :
                List.<Runnable>of(tests::spellingsOfOneNameLeadToOneEntity, tests::namesakesAreNotTakenForEachOther)) {
            try {
                test.run();
            } catch (AssertionError e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
