package dateline.enrich.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Prints the tables of {@code docs/knowledge.md}, and what loading costs. */
class KnowledgeEvaluation {
    @Test
    void printCounts() {
        long before = heap();
        long start = cpuNanos();
        KnowledgeBase knowledge = KnowledgeBase.load();
        long cold = (cpuNanos() - start) / 1_000_000;
        long held = heap() - before;
        start = cpuNanos();
        assertThat(KnowledgeBase.load().entities()).hasSameSizeAs(knowledge.entities());
        long warm = (cpuNanos() - start) / 1_000_000;

        System.out.printf("entities | names | demonyms | CPU ms to load, cold | warm | MiB of heap%n");
        System.out.printf(
                "%d | %d | %d | %d | %d | %d%n",
                knowledge.entities().size(),
                names(knowledge).count(),
                knowledge.demonyms().size(),
                cold,
                warm,
                held);
        print(
                "kind",
                knowledge.entities().stream(),
                entity -> entity.type() + " " + entity.kind().label());
        print(
                "source and licence",
                knowledge.entities().stream(),
                entity -> entity.source().name() + ", " + entity.source().licence());
        print(
                "source of Wikidata id",
                knowledge.entities().stream().flatMap(entity -> entity.wikidata().stream()),
                WikidataId::source);
        print("kind of name", names(knowledge), EntityName::kind);
        print("language of name", names(knowledge), EntityName::language);
    }

    private static Stream<EntityName> names(KnowledgeBase knowledge) {
        return knowledge.entities().stream().flatMap(entity -> entity.names().stream());
    }

    private static <T> void print(String title, Stream<T> things, Function<T, Object> group) {
        Map<String, Long> counts = new TreeMap<>(things.collect(
                Collectors.groupingBy(thing -> String.valueOf(group.apply(thing)), Collectors.counting())));
        System.out.printf("%n| %s | count |%n| --- | --- |%n", title);
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .forEach(entry -> System.out.printf("| %s | %d |%n", entry.getKey(), entry.getValue()));
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** What is reachable, in MiB. */
    private static long heap() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }
}
