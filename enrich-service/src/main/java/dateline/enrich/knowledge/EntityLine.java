package dateline.enrich.knowledge;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of a data file as it stands there; what it leaves out, a lower layer may have said. */
record EntityLine(
        @Nullable String id,
        // What the source calls the thing; the build keeps ids by it.
        @Nullable String key,
        @Nullable String kind,
        @Nullable String name,
        @Nullable Map<String, List<String>> names,
        @Nullable Map<String, List<String>> acronyms,
        @JsonProperty("short") @Nullable Map<String, List<String>> shorts,
        @Nullable Map<String, List<String>> former,
        @Nullable List<ContestedLine> contested,
        @Nullable List<String> drop,
        @Nullable String country,
        @Nullable List<RoleLine> roles,
        @Nullable Double lat,
        @Nullable Double lon,
        @Nullable Long population,
        @Nullable Long geonames,
        @Nullable WikidataLine wikidata,
        @Nullable Double prior,
        @Nullable List<String> differentFrom,
        @Nullable String source) {
    record ContestedLine(
            @Nullable String name,
            @Nullable String language,
            @Nullable String usedBy) {}

    record RoleLine(
            @Nullable String title,
            @Nullable String of,
            @Nullable String since,
            @Nullable String until) {}

    record WikidataLine(@Nullable String id, @Nullable String source) {}
}
