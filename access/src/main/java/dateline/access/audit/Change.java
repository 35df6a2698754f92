package dateline.access.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request that was let in and may have changed something: a value in {@link dateline.contract.Topic#CHANGES}.
 *
 * @param at when it came
 * @param service that answered
 * @param by the key's or the person's name; {@code local} where no credentials are configured
 * @param claimed who they say they act for ({@code X-Dateline-By}); nobody checks that
 * @param address it came from
 * @param method of the request
 * @param path of the request
 * @param query of the request, as sent
 * @param status of the answer
 * @param created where what was created is, if the answer said so
 * @param millis from request to answer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Change(
        Instant at,
        String service,
        String by,
        @Nullable String claimed,
        String address,
        String method,
        String path,
        @Nullable String query,
        int status,
        @Nullable String created,
        long millis) {}
