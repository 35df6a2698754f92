package dateline.query.pipeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a service answers.
 *
 * @param name for people
 * @param url where it was asked
 * @param known whether it has been asked yet
 * @param problem what is wrong, if something is
 * @param since since when it has been so
 */
public record ServiceState(
        String name, String url, boolean known, @Nullable String problem, Instant since) {}
