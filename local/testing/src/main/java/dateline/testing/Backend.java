package dateline.testing;

/** A broker or a node that runs for the tests of this JVM. */
public sealed interface Backend permits LocalBackend, ContainerBackend {
    /** A broker's {@code host:port}; a node's URL without a slash at the end. */
    String address();

    /** Freezes it: connections stay open and nobody answers. A test that does this must {@link #resume} it. */
    void pause();

    /** Lets it go on after {@link #pause}. */
    void resume();

    /** Ends it and removes its data. */
    void stop();
}
