/**
 * Runs Dateline on one machine without Docker: starts, watches and stops a broker, a node and the services, each as a
 * process of its own. Tests take their broker and node from here too.
 */
@NullMarked
package dateline.local;

import org.jspecify.annotations.NullMarked;
