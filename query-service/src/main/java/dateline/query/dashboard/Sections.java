package dateline.query.dashboard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of the dashboard, for the top of every page. */
public final class Sections {
    private Sections() {}

    /** A part to go to. */
    public record Section(String id, String name, String address) {}

    /** All of them, about the same articles as the page they are on, if it is about articles. */
    public static List<Section> of(@Nullable FilterBar bar) {
        return List.of(
                section("overview", "Overview", "/", bar),
                section("search", "Search", "/search", bar),
                section("topics", "Topics", "/topics", bar),
                section("outlets", "Outlets", "/outlets", bar),
                section("searches", "Saved", "/searches", bar),
                new Section("console", "Console", "/console"));
    }

    private static Section section(String id, String name, String path, @Nullable FilterBar bar) {
        return new Section(id, name, bar == null ? path : bar.address().to(path));
    }
}
