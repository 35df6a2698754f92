package dateline.query.neighbour;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.access.OwnKey;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NeighbourTests {
    private static Neighbour at(String url) {
        Duration any = Duration.ofSeconds(5);
        return new Neighbours(new NeighbourSettings(url, url, any, any), OwnKey.none()).ingest();
    }

    @Test
    void oneThatIsNotThereIsSilentAndSaysWhereItWasLookedFor() {
        assertThat(at("http://127.0.0.1:1").get("/").problem())
                .isEqualTo(
                        "ingest-service does not answer at http://127.0.0.1:1: no connection. Look whether it runs.");
    }

    @Test
    void anAddressThatIsNoneIsSaidInsteadOfFailing() {
        assertThat(at("http://in valid").get("/")).isInstanceOf(Answer.Silent.class);
    }

    @Test
    void aRefusalKeepsItsReasonItsFieldAndItsStatus() {
        try (StubService service = new StubService()) {
            service.on("POST", "/a", 400, "{\"detail\": \"url is missing\", \"field\": \"url\"}");

            assertThat(at(service.url()).post("/a", Map.of()))
                    .isEqualTo(new Answer.Refused(400, "url is missing", "url"));
            assertThat(at(service.url()).on("Ada Лавлейс").delete("/b").problem())
                    .isEqualTo("Nothing is here.");
            assertThat(service.takeAsked().getLast().by()).isEqualTo("Ada ???????");
        }
    }

    @Test
    void anAnswerWithoutABodyIsOne() {
        try (StubService service = new StubService()) {
            service.on("DELETE", "/a", 204, "");

            assertThat(at(service.url()).delete("/a").problem()).isNull();
        }
    }
}
