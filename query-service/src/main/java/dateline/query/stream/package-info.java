/** Alerts for whoever comes to fetch them: a feed of each saved search, and streams of server-sent events. */
@NullMarked
package dateline.query.stream;

import org.jspecify.annotations.NullMarked;
