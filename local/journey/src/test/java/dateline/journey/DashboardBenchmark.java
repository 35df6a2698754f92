package dateline.journey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Prints what the first view of each main page takes; docs/benchmarks/dashboard.md has the command. */
class DashboardBenchmark {
    private static final int ROUNDS = 7;

    @RegisterExtension
    static final SharedDemo DEMO = new SharedDemo();

    @Test
    void firstViews() {
        try (Browser browser = Browser.at(DEMO.dateline().uri("query", "/"))) {
            System.out.println("| page | KB | files | first byte | seen | interactive |");
            System.out.println("| --- | --- | --- | --- | --- | --- |");
            for (String page : List.of(
                    "/",
                    "/search?q=Baku",
                    "/entity?id=person:alexander-lukashenko&range=any",
                    "/outlets?range=any",
                    "/topics?range=any")) {
                List<FirstView> views = new ArrayList<>();
                for (int round = 0; round < ROUNDS; round++) {
                    views.add(browser.firstView(page));
                }
                views.sort(Comparator.comparingLong(FirstView::interactiveMillis));
                FirstView middle = views.get(ROUNDS / 2);
                System.out.printf(
                        "| `%s` | %.1f | %d | %d ms | %d ms | %d ms |%n",
                        page,
                        middle.bytes() / 1000.0,
                        middle.files(),
                        middle.answeredMillis(),
                        middle.paintedMillis(),
                        middle.interactiveMillis());
            }
        }
    }
}
