package dateline.query.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.contract.ContractJson;
import dateline.contract.Incoming;
import dateline.contract.IncomingArticle;
import dateline.contract.OutletBlock;
import dateline.contract.Topic;
import dateline.query.SampleArticle;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RepairTests {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private final ContractJson json = new ContractJson();
    private final Repair repair = new Repair();
    private final SampleArticle sample = SampleArticle.at("https://harbour.example/ferry");

    private Incoming repaired(Topic topic, Object value) {
        return repair.of(topic.topicName(), json.write(value), "Ada", "a typo", NOW);
    }

    @Test
    void whateverTopicItComesFromItIsASightingOfTheArticle() {
        var enriched = sample.build();

        assertThat(repaired(Topic.ENRICHED, enriched).id()).isEqualTo(sample.id());
        assertThat(repaired(Topic.RAW, enriched.raw()).id()).isEqualTo(sample.id());
        assertThat(repaired(Topic.INCOMING, enriched.raw().article()).id()).isEqualTo(sample.id());
    }

    @Test
    void itCountsAsSeenNowAndSaysWhoRepairedIt() {
        var article = (IncomingArticle) repaired(Topic.RAW, sample.build().raw());

        assertThat(article.origin().seenAt()).isEqualTo(NOW);
        assertThat(article.origin().notes()).containsExactly("repaired as a dead letter by Ada: a typo");
        assertThat(article.body()).isEqualTo(sample.build().raw().article().body());
    }

    @Test
    void whatIsStillWrongIsNamed() {
        String otherUrl = new String(json.write(sample.build().raw()), UTF_8).replace("/ferry", "/another");

        assertThatThrownBy(() -> repair.of("news.raw", otherUrl.getBytes(UTF_8), "Ada", null, NOW))
                .hasMessageContaining("id is not that of the url");
        assertThatThrownBy(() -> repair.of("news.raw", "{}".getBytes(UTF_8), "Ada", null, NOW))
                .isInstanceOf(LetterProblem.class);
        assertThatThrownBy(() -> repair.of("news.enriched", "{}".getBytes(UTF_8), "Ada", null, NOW))
                .hasMessageContaining("raw is missing");
        assertThatThrownBy(() -> repair.of("news.incoming", "nonsense".getBytes(UTF_8), "Ada", null, NOW))
                .hasMessageContaining("payload is no valid Incoming");
    }

    @Test
    void ordersAgainstOutletsAreNoRepair() {
        assertThatThrownBy(() -> repaired(Topic.INCOMING, new OutletBlock("x", true, "r", NOW)))
                .isInstanceOf(LetterProblem.class);
    }
}
