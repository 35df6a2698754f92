package dateline.query.pipeline;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the pipeline is watched.
 *
 * @param look pause between two looks at the services, Kafka and Elasticsearch
 * @param seldom pause between two looks at what changes slowly or costs more: feeds and disks
 * @param patience longest wait for Kafka
 * @param back how many records of each partition are read at the start, at most, to know the hour before it
 */
@ConfigurationProperties("dateline.pipeline")
public record PipelineSettings(
        @DefaultValue("2s") Duration look,
        @DefaultValue("10s") Duration seldom,
        @DefaultValue("5s") Duration patience,
        @DefaultValue("20000") long back) {}
