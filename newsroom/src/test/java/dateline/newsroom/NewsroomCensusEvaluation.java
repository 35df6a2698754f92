package dateline.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Prints what the newsroom holds, so that no document has to guess. */
class NewsroomCensusEvaluation {
    private final Newsroom newsroom = Newsroom.load();

    @Test
    void printsTheCounts() {
        assertThat(newsroom.articles()).isNotEmpty();
        row("", "train", "held-out");
        count("articles", article -> Stream.of(article));
        row("stories", stories(SampleArticle.Split.TRAIN), stories(SampleArticle.Split.HELD_OUT));
        count("words (split at spaces)", article -> Stream.of(article.body().split("\\s+")));
        count("mentions", article -> article.gold().entities().stream());
        count(
                "  of the knowledge base",
                article -> article.gold().entities().stream()
                        .filter(mention -> !mention.entity().startsWith("nil:")));
        for (GoldLabels.Type type : GoldLabels.Type.values()) {
            count("  " + type, article -> article.gold().entities().stream().filter(mention -> mention.type() == type));
        }
        count("direct quotes", article -> article.gold().quotes().stream().filter(GoldLabels.Quote::direct));
        count("indirect quotes", article -> article.gold().quotes().stream().filter(quote -> !quote.direct()));
        count("dates", article -> article.gold().dates().stream());
        count("figures", article -> article.gold().figures().stream());
        count("datelines", article -> Stream.ofNullable(article.gold().dateline()));
        count(
                "near-duplicate pairs",
                article -> Stream.ofNullable(article.gold().nearDuplicateOf()));
        by("language", article -> List.of(article.gold().language()));
        by("outlet's country", article -> List.of(article.outlet().country()));
        by("style", article -> List.of(article.outlet().style().name()));
        by(
                "top topic",
                article -> article.gold().topics().stream()
                        .filter(id -> id.matches("medtop:(0[1-9]|1[0-7])000000"))
                        .toList());
        by(
                "topics below",
                article -> article.gold().topics().stream()
                        .filter(id -> id.startsWith("medtop:2"))
                        .map(id -> "all")
                        .toList());
        System.out.println("distinct entities: " + distinct(newsroom.articles(), false) + ", of them invented: "
                + distinct(newsroom.articles(), true));
        System.out.println("distinct topics below the top: "
                + newsroom.articles().stream()
                        .flatMap(article -> article.gold().topics().stream())
                        .filter(id -> id.startsWith("medtop:2"))
                        .distinct()
                        .count());
    }

    private static long distinct(Collection<SampleArticle> articles, boolean invented) {
        return articles.stream()
                .flatMap(article -> article.gold().entities().stream())
                .map(GoldLabels.EntityMention::entity)
                .filter(id -> !invented || id.startsWith("nil:"))
                .distinct()
                .count();
    }

    private long stories(SampleArticle.Split split) {
        return newsroom.articles(split).stream()
                .map(article -> article.gold().story())
                .distinct()
                .count();
    }

    private void count(String name, Function<SampleArticle, Stream<?>> of) {
        long train = newsroom.articles(SampleArticle.Split.TRAIN).stream()
                .flatMap(of)
                .count();
        long heldOut = newsroom.articles(SampleArticle.Split.HELD_OUT).stream()
                .flatMap(of)
                .count();
        if (train + heldOut > 0) {
            row(name, train, heldOut);
        }
    }

    private void by(String name, Function<SampleArticle, List<String>> keys) {
        System.out.println(name);
        Map<String, Long> train = groups(SampleArticle.Split.TRAIN, keys);
        Map<String, Long> heldOut = groups(SampleArticle.Split.HELD_OUT, keys);
        Stream.concat(train.keySet().stream(), heldOut.keySet().stream())
                .distinct()
                .sorted()
                .forEach(key -> row("  " + key, train.getOrDefault(key, 0L), heldOut.getOrDefault(key, 0L)));
    }

    private Map<String, Long> groups(SampleArticle.Split split, Function<SampleArticle, List<String>> keys) {
        return newsroom.articles(split).stream()
                .flatMap(article -> keys.apply(article).stream())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    private static void row(String name, Object train, Object heldOut) {
        System.out.printf("%-28s %8s %8s%n", name, train, heldOut);
    }
}
