package dateline.enrich.knowledge;

/**
 * Where facts came from.
 *
 * @param name as records refer to it
 * @param licence SPDX expression
 * @param origin what to get the facts from again: a package with its version, or this project
 * @param attribution what the licence asks to be said
 */
public record Source(String name, String licence, String origin, String attribution) {}
