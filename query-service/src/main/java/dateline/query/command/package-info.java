/** The workbench and the trace on the command line: thin clients of the API that print what a person can read. */
@NullMarked
package dateline.query.command;

import org.jspecify.annotations.NullMarked;
