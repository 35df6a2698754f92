/** The console's pages about feeds. ingest-service, which knows them, is asked over HTTP. */
@NullMarked
package dateline.query.feeds;

import org.jspecify.annotations.NullMarked;
