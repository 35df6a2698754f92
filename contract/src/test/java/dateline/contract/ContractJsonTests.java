package dateline.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContractJsonTests {
    private final ContractJson json = new ContractJson();

    private final IncomingArticle article = new IncomingArticle(
            "0123456789abcdef0123456789abcdef",
            "https://example.org/a",
            new Outlet("example.org", "Example", null, "en", List.of("state-owned")),
            "A visit",
            null,
            List.of("A. Writer"),
            new ArticleDate(
                    Instant.parse("2026-04-21T00:00:00Z"), ArticleDate.Precision.DAY, ArticleDate.Source.DATELINE),
            null,
            "en",
            null,
            null,
            List.of(),
            List.of(
                    new Block(Block.Kind.DATELINE, "Baku, 21 April, AZERTAC"),
                    new Block(Block.Kind.CAPTION, "Above, a palace"),
                    new Block(Block.Kind.PARAGRAPH, "They met.")),
            List.of(new Furniture(Furniture.Reason.APPEAL, "Become a member")),
            new Origin(
                    Origin.Channel.FEED,
                    "https://example.org/a?utm_source=rss",
                    "feed-1",
                    null,
                    200,
                    Instant.parse("2026-04-21T08:00:00Z"),
                    List.of()));

    @Test
    void theBodyIsTheBodyBlocksOnly() {
        assertThat(article.body()).isEqualTo("Baku, 21 April, AZERTAC\n\nThey met.");
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        RawArticle raw = new RawArticle(
                article.id(),
                2,
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(1),
                article,
                List.of(new Change(2, Instant.EPOCH.plusSeconds(1), "A meeting", List.of("They met."), List.of())));
        EnrichedArticle enriched = new EnrichedArticle(
                raw,
                new ArticleLanguage("en", 0.9, ArticleLanguage.Source.BODY),
                List.of(new Mention(
                        Mention.Field.BODY, 0, 4, "Baku", EntityType.PLACE, "place:baku", 0.9, Mention.By.ALIAS)),
                List.of(new ArticleEntity("place:baku", "Baku", EntityType.PLACE, "Q9248", 1, 0.5, 0)),
                List.of(),
                List.of(new Quote(0, 4, "They", Quote.Kind.DIRECT, false, "he", "person:x", "said", "en", 0.5)),
                new Geography(
                        new Geography.Place("place:baku", "Baku", "AZ", 40.4, 49.9, 1),
                        List.of(),
                        List.of(new Geography.Country("AZ", 1))),
                List.of(new DateMention(6, 14, "21 April", "2026-04-21")),
                List.of(new Figure(0, 2, "$2", 2, null, "USD", "a meeting")),
                new Signature(List.of(1, -2), 3),
                new ReadingAids(List.of("meeting"), 4, 1, null),
                Map.of("language", "1"),
                Map.of(),
                Instant.EPOCH);

        assertThat(json.read(json.write(enriched), EnrichedArticle.class)).isEqualTo(enriched);
    }

    @Test
    void anIncomingRecordSaysWhatItIs() {
        Incoming takedown = new Takedown(article.id(), "court order", Instant.EPOCH);

        assertThat(json.read(json.write(article), Incoming.class)).isEqualTo(article);
        assertThat(json.read(json.write(takedown), Incoming.class)).isEqualTo(takedown);
    }

    @Test
    void fieldsOfALaterVersionAreIgnored() {
        assertThat(json.read("""
                        {"kind":"takedown","id":"x","reason":"r","at":"1970-01-01T00:00:00Z","colour":"red"}""".getBytes(UTF_8), Incoming.class)).isEqualTo(new Takedown("x", "r", Instant.EPOCH));
    }

    @Test
    void whatIsNotTheExpectedJsonIsUnreadable() {
        for (String bytes : List.of("", "null", "7", "[]", "{", "{\"kind\":\"other\"}", "\u0000")) {
            assertThatThrownBy(() -> json.read(bytes.getBytes(UTF_8), Incoming.class))
                    .as(bytes)
                    .isInstanceOf(UnreadableRecord.class);
        }
    }

    @Test
    void aRevisionBelowOneIsUnreadable() {
        assertThatThrownBy(() -> json.read("{\"id\":\"x\",\"revision\":0}".getBytes(UTF_8), RawArticle.class))
                .isInstanceOf(UnreadableRecord.class);
    }
}
