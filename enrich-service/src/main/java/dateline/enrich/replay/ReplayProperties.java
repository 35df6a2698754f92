package dateline.enrich.replay;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How articles are replayed.
 *
 * @param threads how many articles an instance enriches at once beside the live ones; leave the live listener a core
 * @param ahead how many enriched articles may wait to be written
 * @param batch how many are written in one transaction at most; the live listener waits for it
 * @param every how long articles are gathered for a transaction, while there are fewer than {@code batch}
 * @param retry pause before a replay that failed goes on
 * @param maxArticles how many ids one order may name
 */
@ConfigurationProperties("dateline.replay")
record ReplayProperties(
        @DefaultValue("1") int threads,
        @DefaultValue("128") int ahead,
        @DefaultValue("64") int batch,
        @DefaultValue("250ms") Duration every,
        @DefaultValue("2s") Duration retry,
        @DefaultValue("10000") int maxArticles) {}
