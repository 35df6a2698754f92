package dateline.access;

import java.net.http.HttpRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** The key that this service shows to Dateline's other services, if it has one. */
@Component
public final class OwnKey {
    private final @Nullable String key;

    OwnKey(AccessProperties properties) {
        this.key = properties.ownKey();
    }

    /** The request, with the key. */
    public HttpRequest.Builder show(HttpRequest.Builder request) {
        return key == null || key.isEmpty() ? request : request.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + key);
    }
}
