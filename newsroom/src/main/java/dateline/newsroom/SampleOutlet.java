package dateline.newsroom;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * An invented outlet.
 *
 * @param id first part of its paths on the server
 * @param name in its own language
 * @param country ISO 3166 alpha-2
 * @param language BCP 47 tag
 * @param tags free labels
 * @param feed the one format it announces articles in
 * @param style the look of its pages
 * @param zone the zone its dates are written in
 * @param charset the encoding of its pages; its feed is UTF-8
 */
public record SampleOutlet(
        String id,
        String name,
        String country,
        String language,
        List<String> tags,
        FeedFormat feed,
        PageStyle style,
        ZoneId zone,
        Charset charset) {
    public SampleOutlet {
        tags = List.copyOf(tags);
    }

    @SuppressWarnings("NullAway") // Jackson leaves out what the file does not have.
    static SampleOutlet of(OutletFile file) {
        return new SampleOutlet(
                file.id(),
                file.name(),
                file.country(),
                file.language(),
                file.tags(),
                FeedFormat.valueOf(file.feed()),
                PageStyle.valueOf(file.style().toUpperCase(Locale.ROOT)),
                ZoneId.of(file.zone()),
                file.charset() == null ? StandardCharsets.UTF_8 : Charset.forName(file.charset()));
    }

    /** The path of its feed on the server. */
    public String feedPath() {
        return "/" + id + "/" + feed.fileName();
    }
}
