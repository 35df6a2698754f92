package dateline.query.rebuild;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How indexes are built anew.
 *
 * @param look how often an instance looks which indexes there are
 * @param consumers how many readers of the log an instance gives each index that is not behind the alias
 * @param lag how many records of the log an index may be behind when it counts as caught up
 * @param retry pause before records are tried again when Elasticsearch can not take them
 */
@ConfigurationProperties("dateline.rebuild")
record RebuildProperties(
        @DefaultValue("1s") Duration look,
        @DefaultValue("2") int consumers,
        @DefaultValue("500") long lag,
        @DefaultValue("1s") Duration retry) {}
