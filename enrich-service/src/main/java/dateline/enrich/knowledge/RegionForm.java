package dateline.enrich.knowledge;

import dateline.enrich.words.WordFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a state or province is shortened behind a town's name.
 *
 * @param press as newspapers do, with its dots, such as {@code Calif.}
 * @param postal as the post does, such as {@code CA}; American ones only
 * @param country its country's code
 * @param name its English name, which others may have too
 * @param id of the entity, where it is looked for in running text
 */
public record RegionForm(
        @Nullable String press,
        @Nullable String postal,
        String country,
        String name,
        @Nullable String id) {
    /** All that are known. */
    public static List<RegionForm> all() {
        return WordFile.rows("geography/region-forms.tsv", 5).stream()
                .map(row ->
                        new RegionForm(cell(row.get(0)), cell(row.get(1)), row.get(2), row.get(3), cell(row.get(4))))
                .toList();
    }

    private static @Nullable String cell(String text) {
        return text.equals("-") ? null : text;
    }
}
