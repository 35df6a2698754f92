package dateline.enrich.topic;

import dateline.newsroom.Newsroom;
import dateline.newsroom.SampleArticle;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The newsroom's articles as the topic step sees them, with what they are about. */
record Labelled(String story, TopicText text, Set<String> gold) {
    static List<Labelled> load(SampleArticle.Split split) {
        return Newsroom.load().articles(split).stream()
                .map(article -> new Labelled(
                        article.gold().story(),
                        new TopicText(
                                article.title(),
                                article.body(),
                                article.section(),
                                List.of(),
                                "https://example.org" + article.path(),
                                article.gold().language()),
                        Set.copyOf(article.gold().topics())))
                .toList();
    }

    /** What it is about, with every broader term. */
    Set<String> goldAndAbove(TopicTree tree) {
        Set<String> all = new HashSet<>();
        gold.forEach(id -> all.addAll(tree.path(id)));
        return all;
    }

    /** Whether it is labelled with more than top terms. */
    boolean narrowly(TopicTree tree) {
        return gold.stream().anyMatch(id -> tree.path(id).size() > 1);
    }
}
