package dateline.enrich.topic;

import dateline.newsroom.Newsroom;
import dateline.newsroom.SampleArticle;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An article as the topic step sees it, with what it is about.
 *
 * @param story articles of the same one are learned from together or not at all
 * @param known whether the lexicon's author had read it, so that words fit it better than they fit the world
 */
record Labelled(String story, TopicText text, Set<String> gold, boolean known) {
    /** The newsroom's articles. */
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
                        Set.copyOf(article.gold().topics()),
                        true))
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
