package dateline.access;

import dateline.access.key.KeyRing;

/**
 * How callers are known.
 *
 * @param keys that are good
 * @param signIn whether people can sign in with an identity provider
 */
record Credentials(KeyRing keys, boolean signIn) {
    /** Whether callers need to be known at all. Without credentials everyone on this machine may do everything. */
    boolean required() {
        return keys.isConfigured() || signIn;
    }
}
