package dateline.query.match;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.contract.EntityType;
import dateline.newsroom.Newsroom;
import dateline.query.SampleArticle;
import dateline.query.index.ArticleDocument;
import dateline.query.index.ArticleDocuments;
import dateline.query.match.SearchMonitor.Watched;
import dateline.query.saved.QueryText;
import dateline.query.search.ResolvedNames;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * How many articles a second one thread puts to no, 1,000 and 10,000 saved searches. Articles are put together from
 * sentences of the newsroom's, each in its language, with people and places drawn by Zipf's law out of 20,000; searches
 * ask for the same people and topics, and for words and phrases of the same texts, as people would. Times are those of the
 * thread's processor time, so that other work on the machine moves them less.
 */
class MatchingBenchmark {
    private static final int ARTICLES = 1_000;
    private static final int SENTENCES = 22;
    private static final int FEWEST_SENTENCES = 100;
    private static final int ENTITIES = 20_000;
    private static final int TOPICS = 400;
    private static final int OUTLETS = 500;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Random random = new Random(8);
    private final Map<String, List<String>> sentences = Newsroom.load().articles().stream()
            .collect(Collectors.groupingBy(
                    article -> article.gold().language(),
                    Collectors.flatMapping(
                            article -> Arrays.stream(article.body().split("(?<=[.!?])\\s+|\\n+")),
                            Collectors.toList())));
    private final List<String> languages = sentences.keySet().stream()
            .filter(language -> size(language) >= FEWEST_SENTENCES)
            .sorted((a, b) -> Integer.compare(size(b), size(a)))
            .toList();

    private int size(String language) {
        return sentences.getOrDefault(language, List.of()).size();
    }

    @Test
    void articlesASecond() {
        List<ArticleDocument> articles = new ArrayList<>();
        for (int i = 0; i < ARTICLES; i++) {
            articles.add(ArticleDocuments.of(article(i).build()));
        }
        System.out.printf(
                Locale.ROOT,
                "%-9s %9s %10s %8s %8s %8s %9s %11s%n",
                "searches",
                "load s",
                "articles/s",
                "p50 ms",
                "p95 ms",
                "p99 ms",
                "matches",
                "KB/search");
        for (int searches : new int[] {0, 1_000, 10_000}) {
            measure(searches, articles);
        }
    }

    private void measure(int searches, List<ArticleDocument> articles) {
        long before = usedMemory();
        long start = System.nanoTime();
        try (SearchMonitor monitor = new SearchMonitor()) {
            for (int i = 0; i < searches; i += 500) {
                List<Watched> some = new ArrayList<>();
                for (int k = 0; k < 500; k++) {
                    some.add(new Watched(id(i + k), QueryText.read(search()), ResolvedNames.NONE));
                }
                monitor.put(some);
            }
            double load = (System.nanoTime() - start) / 1e9;
            double memory = (usedMemory() - before) / 1024.0 / Math.max(1, searches);
            // The first half warms up.
            int measured = articles.size() / 2;
            long matches = 0;
            double[] millis = new double[measured];
            for (int i = -measured; i < measured; i++) {
                ArticleDocument article = articles.get(measured + i);
                long from = threads.getCurrentThreadCpuTime();
                Set<String> ids = monitor.match(article);
                if (i >= 0) {
                    millis[i] = (threads.getCurrentThreadCpuTime() - from) / 1e6;
                    matches += ids.size();
                }
            }
            double total = Arrays.stream(millis).sum();
            Arrays.sort(millis);
            System.out.printf(
                    Locale.ROOT,
                    "%-9d %9.1f %10.0f %8.2f %8.2f %8.2f %9.1f %11.1f%n",
                    searches,
                    load,
                    measured / total * 1000,
                    millis[millis.length / 2],
                    millis[millis.length * 95 / 100],
                    millis[millis.length * 99 / 100],
                    (double) matches / measured,
                    memory);
        }
    }

    private static String id(int search) {
        return UUID.nameUUIDFromBytes(("search-" + search).getBytes(UTF_8)).toString();
    }

    private static long usedMemory() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** The frequent ones often. */
    private int zipf(int most) {
        return zipf(1, most);
    }

    private int zipf(int least, int most) {
        return (int) (least * Math.exp(random.nextDouble() * Math.log((double) most / least)));
    }

    private String language() {
        return languages.get(Math.min(zipf(languages.size() + 1) - 1, languages.size() - 1));
    }

    private String sentence(String language) {
        List<String> some = sentences.getOrDefault(language, List.of());
        return some.get(random.nextInt(some.size()));
    }

    private SampleArticle article(int number) {
        String language = language();
        List<String> paragraphs = new ArrayList<>();
        for (int i = 0; i < SENTENCES; i++) {
            paragraphs.add(sentence(language));
        }
        SampleArticle article = SampleArticle.at("https://bench.example/" + number)
                .from("outlet-" + zipf(OUTLETS) + ".example", "Outlet")
                .in(language)
                .titled(sentence(language))
                .saying(paragraphs.toArray(String[]::new))
                .about("medtop:" + zipf(TOPICS), "a topic", "medtop:" + (TOPICS + zipf(15)));
        Set<Integer> named = new HashSet<>();
        for (int i = 0; i < 12; i++) {
            int entity = zipf(ENTITIES);
            if (named.add(entity)) {
                article.naming("person:" + entity, "Somebody " + entity, EntityType.PERSON);
            }
        }
        return article;
    }

    /** People ask for words that say something, so for long ones. */
    private List<String> words(String language, int count) {
        while (true) {
            List<String> words = Arrays.stream(sentence(language).split("[^\\p{L}\\p{M}]+"))
                    .filter(word -> word.length() > 4)
                    .toList();
            if (words.size() >= count) {
                int from = random.nextInt(words.size() - count + 1);
                return words.subList(from, from + count);
            }
        }
    }

    private String phrase(String language) {
        while (true) {
            String[] words = sentence(language).split("[^\\p{L}\\p{M}]+");
            int at = random.nextInt(words.length);
            if (at + 1 < words.length && words[at].length() > 3 && words[at + 1].length() > 3) {
                return "\"" + words[at] + " " + words[at + 1] + "\"";
            }
        }
    }

    private String search() {
        String language = language();
        // Nobody wants to be told of whom every tenth article names.
        String entity = "entity=person:" + zipf(ENTITIES / 100, ENTITIES);
        String topic = "topic=medtop:" + zipf(TOPICS / 20, TOPICS);
        return switch (random.nextInt(10)) {
            case 0, 1 -> entity;
            case 2 -> entity + "&" + q(words(language, 1).getFirst());
            case 3 -> entity + "&" + topic;
            case 4, 5 -> q(String.join(" ", words(language, 2)));
            case 6 -> q(phrase(language));
            case 7 ->
                q("(" + String.join(" OR ", words(language, 2)) + ") "
                        + words(language, 1).getFirst() + " -"
                        + words(language, 1).getFirst());
            case 8 ->
                topic + "&language=" + language + "&" + q(words(language, 1).getFirst());
            default -> {
                String word = words(language, 1).getFirst();
                yield topic + "&" + q(word.substring(0, Math.max(4, word.length() - 2)) + "*");
            }
        };
    }

    private static String q(String text) {
        return "q=" + URLEncoder.encode(text, UTF_8);
    }
}
