package dateline.load.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.contract.EntityType;
import dateline.load.article.Articles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * A kind of question that people and programs ask; {@code measure/questions.tsv} lists them.
 *
 * @param name for the table
 * @param pages how many pages to turn before the one that is measured
 * @param template the path, with {@code {word}}, {@code {prefix}}, {@code {phrase}}, {@code {entity}}, {@code {person}},
 *     {@code {topic}}, {@code {outlet}}, {@code {language}}, {@code {day}}, {@code {later}} in place of what varies
 */
record Question(String name, int pages, String template) {
    private static final List<String> LANGUAGES = List.of("en", "en", "en", "en", "ru", "es", "fr", "de");
    private static final int FAMOUS = 1_500;

    static List<Question> all() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Question.class.getResourceAsStream("/measure/questions.tsv"), "questions"),
                UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\t"))
                    .map(row -> new Question(row[0], Integer.parseInt(row[1]), row[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The path of that variant. The same number is the same path every time. */
    String path(Articles articles, LocalDate end, int variant) {
        SplittableRandom random = new SplittableRandom(name.hashCode() * 31L + variant);
        String language = LANGUAGES.get(random.nextInt(LANGUAGES.size()));
        List<String> words = articles.words(language, random.nextLong(1 << 30));
        List<String> rare = words.stream().filter(word -> word.length() > 3).toList();
        LocalDate day = end.minusDays(random.nextInt(30, Articles.DAYS - 30));
        String path = template;
        path = path.replace("{word}", encoded(rare.get(random.nextInt(rare.size()))));
        path = path.replace("{word2}", encoded(rare.get(random.nextInt(rare.size()))));
        path = path.replace("{phrase}", encoded("\"" + words.get(0) + " " + words.get(1) + "\""));
        String prefix = rare.getLast();
        path = path.replace("{prefix}", encoded(prefix.substring(0, Math.min(4, prefix.length()))));
        path = path.replace("{entity}", encoded(someone(articles, random, EntityType.values())));
        path = path.replace("{person}", encoded(someone(articles, random, EntityType.PERSON)));
        path = path.replace("{person2}", encoded(someone(articles, random, EntityType.PERSON)));
        path = path.replace("{name}", encoded(named(articles, random)));
        path = path.replace("{topic}", encoded(articles.topic(random.nextLong(1 << 30))));
        path = path.replace("{outlet}", encoded(articles.outlet(random.nextLong(articles.count()))));
        path = path.replace("{language}", language);
        path = path.replace("{day}", day.toString());
        return path.replace("{later}", day.plusDays(30).toString());
    }

    private static String someone(Articles articles, SplittableRandom random, EntityType... types) {
        return articles.known(types[random.nextInt(types.length)], rank(random)).id();
    }

    private static String named(Articles articles, SplittableRandom random) {
        String name = articles.known(EntityType.PERSON, rank(random)).name();
        return name.substring(0, Math.min(name.length(), 3 + random.nextInt(3)));
    }

    /** People ask most for whom they read most of: an exponent of one. */
    private static int rank(SplittableRandom random) {
        return (int) Math.exp(random.nextDouble() * Math.log(FAMOUS)) - 1;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8);
    }
}
