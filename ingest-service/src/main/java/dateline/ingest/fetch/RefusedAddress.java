package dateline.ingest.fetch;

import java.net.UnknownHostException;

/** A host has no public address, and the operator did not allow it by name. */
final class RefusedAddress extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    RefusedAddress(String message) {
        super(message);
    }
}
