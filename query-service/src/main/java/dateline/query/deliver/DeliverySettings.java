package dateline.query.deliver;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How alerts are sent.
 *
 * @param retries how long to wait after each attempt that failed; after the last of them a delivery is given up
 * @param mostPending deliveries of a partition that are kept in memory; of more, the later ones wait in the log
 * @param mostPendingPerSearch deliveries that may wait for one search; more are given up at once
 * @param concurrency how many are being sent at the same time
 * @param concurrencyPerHost how many of them to one host
 * @param connectTimeout longest wait for a connection
 * @param timeout longest time an attempt may take
 * @param digestMost alerts in a digest above which it goes out before its time
 * @param mailFrom the sender's address
 */
@ConfigurationProperties("dateline.delivery")
public record DeliverySettings(
        @DefaultValue({"5s", "1m", "5m", "30m", "2h", "5h", "10h"})
        List<Duration> retries,

        @DefaultValue("20000") int mostPending,
        @DefaultValue("2000") int mostPendingPerSearch,
        @DefaultValue("64") int concurrency,
        @DefaultValue("4") int concurrencyPerHost,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("15s") Duration timeout,
        @DefaultValue("200") int digestMost,
        @DefaultValue("dateline@localhost") String mailFrom) {}
