package dateline.ingest.subscribe;

/** Why a feed's last poll failed, in kinds that call for different actions. */
public enum PollError {
    /** The address can not be fetched by anyone. */
    BAD_URL,
    /** The host's name is unknown. */
    UNKNOWN_HOST,
    /** The host has no public address and is not allowed by name. */
    REFUSED_ADDRESS,
    /** No connection, or it broke. */
    CONNECTION,
    /** The server's certificate or TLS is not acceptable. */
    TLS,
    /** The answer did not come in time. */
    TIMEOUT,
    /** The answer was beyond the caps on size or compression. */
    TOO_LARGE,
    /** Redirects lead nowhere. */
    REDIRECT,
    /** The answer was not proper HTTP. */
    PROTOCOL,
    /** 404 and other refusals that are not named here. */
    NOT_FOUND,
    /** 410: the publisher says that it will not come back. Polling stops. */
    GONE,
    /** 401, 403, 451. */
    FORBIDDEN,
    /** 429, or 503 with a wish to be left alone. */
    RATE_LIMITED,
    /** A challenge meant to keep programs out. */
    BOT_WALL,
    /** 5xx. */
    SERVER_ERROR,
    /** A web page stands where the feed was. */
    NOT_A_FEED,
    /** The domain is parked or for sale. */
    PARKED,
    /** An error in Dateline itself while reading this feed; worth a report. */
    INTERNAL;

    /** Whether such errors tend to pass by themselves, so that backing off may be gentle. */
    public boolean isPassing() {
        return switch (this) {
            case UNKNOWN_HOST, CONNECTION, TLS, TIMEOUT, PROTOCOL, RATE_LIMITED, SERVER_ERROR, INTERNAL -> true;
            case BAD_URL,
                    REFUSED_ADDRESS,
                    TOO_LARGE,
                    REDIRECT,
                    NOT_FOUND,
                    GONE,
                    FORBIDDEN,
                    BOT_WALL,
                    NOT_A_FEED,
                    PARKED -> false;
        };
    }
}
