package dateline.journey;

/**
 * What it takes to see a page with nothing in the browser's cache.
 *
 * @param path the page
 * @param bytes all that came over the wire, compressed as it came, headers and all
 * @param files how many answers that was
 * @param answeredMillis until the page's first byte
 * @param paintedMillis until something was seen; -1 if the browser did not say
 * @param interactiveMillis until every script had run, so that whatever is clicked answers
 */
record FirstView(
        String path, long bytes, long files, long answeredMillis, long paintedMillis, long interactiveMillis) {}
