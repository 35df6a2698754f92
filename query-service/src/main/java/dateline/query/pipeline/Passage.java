package dateline.query.pipeline;

/** A stage as the console shows it: its name, its numbers, how it was. */
public record Passage(String name, PipelineReport.Flow flow, Chart chart) {}
