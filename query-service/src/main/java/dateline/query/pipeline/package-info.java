/**
 * How the whole pipeline is: what flows, how far behind whoever reads is, what was given up, whether everybody answers;
 * and what is wrong, in words, with what to do.
 */
@NullMarked
package dateline.query.pipeline;

import org.jspecify.annotations.NullMarked;
