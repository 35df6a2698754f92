package dateline.enrich.quote;

/**
 * Somebody saying something in a sentence.
 *
 * @param from first unit of speaker and verb together
 * @param to the unit after the last
 * @param verb the verb's unit, or the first of "according to"
 */
record Act(int from, int to, int verb, int verbEnd, Shape shape, Speech.Verb kind, Speaker speaker) {
    enum Shape {
        /** "X said". */
        SUBJECT_FIRST,
        /** "said X". */
        INVERTED,
        /** "who said". */
        RELATIVE,
        /** "adding that", "and said": its subject stands elsewhere in the sentence. */
        FOLLOWING,
        /** Turkish: the speaker first, the verb last, what is said between them. */
        FINAL,
        /** "according to X". */
        ACCORDING
    }
}
