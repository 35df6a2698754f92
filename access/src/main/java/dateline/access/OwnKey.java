package dateline.access;

import java.net.http.HttpRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** The key that this service shows to Dateline's other services, if it has one. */
@Component
public final class OwnKey {
    private final @Nullable String key;

    @Autowired
    OwnKey(AccessProperties properties) {
        this(properties.ownKey());
    }

    private OwnKey(@Nullable String key) {
        this.key = key;
    }

    /** Shows nothing. */
    public static OwnKey none() {
        return new OwnKey((String) null);
    }

    /** The request, with the key. */
    public HttpRequest.Builder show(HttpRequest.Builder request) {
        return key == null || key.isEmpty() ? request : request.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + key);
    }
}
