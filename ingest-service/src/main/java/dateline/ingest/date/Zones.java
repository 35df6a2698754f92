package dateline.ingest.date;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Offsets of the zone names that stand in dates, in minutes. Where a name has several, the one in news from there. */
final class Zones {
    private static final Map<String, Integer> MINUTES = Map.ofEntries(
            Map.entry("z", 0),
            Map.entry("ut", 0),
            Map.entry("utc", 0),
            Map.entry("gmt", 0),
            Map.entry("wet", 0),
            Map.entry("est", -300),
            Map.entry("edt", -240),
            Map.entry("et", -300),
            Map.entry("cst", -360),
            Map.entry("cdt", -300),
            Map.entry("ct", -360),
            Map.entry("mst", -420),
            Map.entry("mdt", -360),
            Map.entry("mt", -420),
            Map.entry("pst", -480),
            Map.entry("pdt", -420),
            Map.entry("pt", -480),
            Map.entry("akst", -540),
            Map.entry("akdt", -480),
            Map.entry("hst", -600),
            Map.entry("ast", -240),
            Map.entry("adt", -180),
            Map.entry("nst", -210),
            Map.entry("ndt", -150),
            Map.entry("brt", -180),
            Map.entry("art", -180),
            Map.entry("bst", 60),
            Map.entry("ist", 330),
            Map.entry("west", 60),
            Map.entry("cet", 60),
            Map.entry("cest", 120),
            Map.entry("mez", 60),
            Map.entry("mesz", 120),
            Map.entry("met", 60),
            Map.entry("mest", 120),
            Map.entry("eet", 120),
            Map.entry("eest", 180),
            Map.entry("msk", 180),
            Map.entry("мск", 180),
            Map.entry("msd", 240),
            Map.entry("trt", 180),
            Map.entry("tsi", 180),
            Map.entry("tsİ", 180),
            Map.entry("azt", 240),
            Map.entry("amt", 240),
            Map.entry("get", 240),
            Map.entry("gst", 240),
            Map.entry("irst", 210),
            Map.entry("pkt", 300),
            Map.entry("uzt", 300),
            Map.entry("npt", 345),
            Map.entry("wib", 420),
            Map.entry("wita", 480),
            Map.entry("wit", 540),
            Map.entry("ict", 420),
            Map.entry("hkt", 480),
            Map.entry("sgt", 480),
            Map.entry("pht", 480),
            Map.entry("awst", 480),
            Map.entry("kst", 540),
            Map.entry("jst", 540),
            Map.entry("acst", 570),
            Map.entry("acdt", 630),
            Map.entry("aest", 600),
            Map.entry("aedt", 660),
            Map.entry("nzst", 720),
            Map.entry("nzdt", 780),
            Map.entry("sast", 120),
            Map.entry("cat", 120),
            Map.entry("eat", 180),
            Map.entry("wat", 60));

    private Zones() {}

    /** The offset of the zone in minutes east of UTC; null if the name is not known. */
    static @Nullable Integer minutes(String name) {
        return MINUTES.get(name.toLowerCase(Locale.ROOT));
    }

    /** Whether the zone is one of the United States, where 1/2 is the second of January. */
    static boolean isAmerican(String name) {
        return switch (name) {
            case "est", "edt", "et", "cst", "cdt", "ct", "mst", "mdt", "mt", "pst", "pdt", "pt" -> true;
            default -> false;
        };
    }
}
