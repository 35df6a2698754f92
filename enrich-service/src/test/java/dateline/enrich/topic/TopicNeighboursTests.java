package dateline.enrich.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dateline.enrich.topic.TopicNeighbours.Example;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopicNeighboursTests {
    private static final float[] EAST = {1, 0};
    private static final float[] NORTH = {0, 1};

    private static List<Example> times(int count, float[] point, String... topics) {
        return IntStream.range(0, count)
                .mapToObj(i -> Example.of(point, List.of(topics)))
                .toList();
    }

    private static TopicNeighbours neighbours(List<Example> some, List<Example> others) {
        return new TopicNeighbours(
                List.of(some, others).stream().flatMap(List::stream).toList());
    }

    @Test
    void whatTheNearestAreAboutHasNearlyAllVotes() {
        Map<String, Double> shares =
                neighbours(times(5, EAST, "sport"), times(5, NORTH, "weather")).shares(EAST);

        assertThat(shares.get("sport")).isGreaterThan(0.99);
        assertThat(shares.get("weather")).isLessThan(0.01);
    }

    @Test
    void whatLiesFarFromAllOfThemIsToldNextToNothing() {
        Map<String, Double> shares =
                neighbours(times(1, EAST, "sport"), List.of()).shares(NORTH);

        assertThat(shares.get("sport")).isLessThan(0.02);
    }

    @Test
    void onlyTheNearestVote() {
        Map<String, Double> shares = neighbours(times(60, EAST, "sport"), times(60, NORTH, "weather"))
                .shares(EAST);

        assertThat(shares).containsOnlyKeys("sport");
    }

    @Test
    void anArticleVotesForEachOfItsTopics() {
        Map<String, Double> shares = neighbours(times(3, EAST, "sport", "health"), times(3, EAST, "sport"))
                .shares(EAST);

        assertThat(shares.get("health")).isCloseTo(shares.get("sport") / 2, offset(1e-9));
    }

    @Test
    void theFileHoldsPointsAndTopics() throws IOException {
        TopicNeighbours neighbours = neighbours(times(2, EAST, "sport", "health"), times(1, NORTH, "weather"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        neighbours.write(out);

        TopicNeighbours read = TopicNeighbours.read(new ByteArrayInputStream(out.toByteArray()));

        assertThat(read.shares(EAST)).isEqualTo(neighbours.shares(EAST));
    }
}
