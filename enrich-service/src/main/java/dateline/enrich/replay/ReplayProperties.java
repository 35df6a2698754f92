package dateline.enrich.replay;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How articles are replayed.
 *
 * @param ahead how many enriched articles may wait to be written
 * @param batch how many are written in one transaction at most; the live listener waits for it
 * @param every how long articles are gathered for a transaction, while there are fewer than {@code batch}
 * @param retry pause before a replay that failed goes on
 * @param readerGroup consumer group of those who read {@code news.enriched}; a replay waits for them to keep up. Empty: for
 *     nobody
 * @param mostUnread how many records they may have to read for a replay to go on
 * @param liveFor how long after a live article a replay keeps back, to leave the machine to the next ones
 * @param batchBesideLive {@code batch} while it keeps back
 * @param mostUnreadBesideLive {@code mostUnread} while it keeps back: about what a live article waits for
 * @param maxArticles how many ids one order may name
 */
@ConfigurationProperties("dateline.replay")
@Validated
record ReplayProperties(
        @DefaultValue("128") @Min(1) int ahead,
        @DefaultValue("64") @Min(1) int batch,
        @DefaultValue("250ms") @DurationMin(millis = 1) Duration every,
        @DefaultValue("2s") @DurationMin(millis = 1) Duration retry,
        @DefaultValue("query-service") String readerGroup,
        @DefaultValue("100") @Min(1) int mostUnread,
        @DefaultValue("30s") @DurationMin(millis = 0) Duration liveFor,
        @DefaultValue("16") @Min(1) int batchBesideLive,
        @DefaultValue("8") @Min(0) int mostUnreadBesideLive,
        @DefaultValue("10000") @Min(1) int maxArticles) {}
