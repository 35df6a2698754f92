package dateline.enrich.pipeline;

import dateline.contract.RawArticle;

/**
 * Finds one kind of thing in an article. Implementations are thread-safe. To add one: write the class, make it a bean
 * and add its name to {@code dateline.enrich.enrichers}; {@code docs/enrichers.md} shows it by example.
 */
public interface Enricher {
    /** Name in the configuration and in the record, such as {@code language}. */
    String name();

    /** Version of its rules or model; a new one tells which articles were read by older rules. */
    String version();

    /**
     * Waits until what it knows is loaded, where that is done beside the start.
     *
     * @throws RuntimeException if it can not be loaded; the service does not start then
     */
    default void awaitLoaded() {}

    /**
     * Reads an article and notes what it finds. What it throws is noted as the reason why its fields are empty; the
     * article goes on.
     *
     * @param article the revision to read
     * @param findings what earlier enrichers found, and where to note one's own
     */
    void enrich(RawArticle article, Findings findings);
}
