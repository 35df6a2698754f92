package dateline.query.dashboard;

import dateline.query.search.Timeline;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * A timeline laid out as bars, in units of a picture {@value #HEIGHT} high and {@link #width} wide.
 *
 * @param bars from left to right
 * @param width ten units a bar
 * @param summary the picture in words
 * @param first the first day shown
 * @param last the last day shown
 * @param unit what a bar stands for, such as "day"
 */
record TimelineView(List<Bar> bars, int width, String summary, String first, String last, String unit, long highest) {
    static final int HEIGHT = 80;
    private static final int STEP = 10;
    private static final int GAP = 2;

    /** Fewer would be as wide as a page; so empty ones are put before. */
    private static final int FEWEST = 30;

    /**
     * A bar.
     *
     * @param hitX where the clickable column begins
     */
    record Bar(int x, int y, int width, int height, int hitX, int hitWidth, String label, long count, String link) {}

    static TimelineView of(Timeline timeline, PageAddress address) {
        long highest =
                timeline.bars().stream().mapToLong(Timeline.Bar::count).max().orElse(0);
        List<Bar> bars = new ArrayList<>();
        for (Timeline.Bar bar : padded(timeline)) {
            // A single article must still be seen beside thousands.
            int height = bar.count() == 0 ? 0 : (int) Math.max(2, Math.round((double) HEIGHT * bar.count() / highest));
            int x = bars.size() * STEP;
            bars.add(new Bar(
                    x + GAP / 2,
                    HEIGHT - height,
                    STEP - GAP,
                    height,
                    x,
                    STEP,
                    label(bar),
                    bar.count(),
                    address.between(bar.from().toString(), bar.to().toString())));
        }
        String unit = timeline.interval().name().toLowerCase(Locale.ROOT);
        boolean none = timeline.bars().isEmpty();
        return new TimelineView(
                List.copyOf(bars),
                bars.size() * STEP,
                summary(timeline, unit),
                none ? "" : ShownTime.of(padded(timeline).getFirst().from()).human(),
                none ? "" : ShownTime.of(timeline.bars().getLast().to()).human(),
                unit,
                highest);
    }

    private static List<Timeline.Bar> padded(Timeline timeline) {
        Deque<Timeline.Bar> bars = new ArrayDeque<>(timeline.bars());
        while (!bars.isEmpty() && bars.size() < FEWEST) {
            bars.addFirst(timeline.interval().before(bars.getFirst().from()));
        }
        return List.copyOf(bars);
    }

    /** For the table: the bars that are not empty. */
    public List<Bar> filled() {
        return bars.stream().filter(bar -> bar.count() > 0).toList();
    }

    private static String summary(Timeline timeline, String unit) {
        if (timeline.bars().isEmpty()) {
            return "";
        }
        Timeline.Bar most = timeline.bars().stream()
                .max(Comparator.comparingLong(Timeline.Bar::count))
                .orElseThrow();
        return "Articles by " + unit + " from " + timeline.bars().getFirst().from() + " to "
                + timeline.bars().getLast().to() + ". Most: " + label(most) + ", " + Wording.articles(most.count())
                + ".";
    }

    private static String label(Timeline.Bar bar) {
        String from = ShownTime.of(bar.from()).human();
        return bar.from().equals(bar.to())
                ? from
                : from + " – " + ShownTime.of(bar.to()).human();
    }
}
