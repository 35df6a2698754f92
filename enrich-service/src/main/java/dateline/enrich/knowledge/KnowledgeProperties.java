package dateline.enrich.knowledge;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What is known besides what Dateline brings along.
 *
 * @param files a directory with {@code *.jsonl} records and {@code demonyms.tsv} that are laid over Dateline's own; none
 *     by default
 */
@ConfigurationProperties(KnowledgeProperties.PREFIX)
public record KnowledgeProperties(@Nullable Path files) {
    /** Where its settings stand. */
    public static final String PREFIX = "dateline.knowledge";
}
