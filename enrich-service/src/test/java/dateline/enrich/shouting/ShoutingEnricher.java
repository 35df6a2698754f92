package dateline.enrich.shouting;

import dateline.contract.ArticleTopic;
import dateline.contract.RawArticle;
import dateline.enrich.pipeline.Enricher;
import dateline.enrich.pipeline.Findings;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gives articles whose headline is all capitals a topic of their own. */
@Component
class ShoutingEnricher implements Enricher {
    @Override
    public String name() {
        return "shouting";
    }

    /** Goes into every record, so that one can tell which articles were read by older rules. */
    @Override
    public String version() {
        return "1";
    }

    @Override
    public void enrich(RawArticle article, Findings findings) {
        String title = article.article().title();
        if (title.chars().anyMatch(Character::isUpperCase) && title.chars().noneMatch(Character::isLowerCase)) {
            List<ArticleTopic> topics = new ArrayList<>(findings.topics());
            topics.add(new ArticleTopic(
                    "own:shouting", "Shouting", List.of("own:shouting"), List.of("Shouting"), 1, List.of(title)));
            findings.topics(topics);
        }
    }
}
