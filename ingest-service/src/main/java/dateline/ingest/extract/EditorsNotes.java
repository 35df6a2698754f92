package dateline.ingest.extract;

/** Lines in which the newsroom speaks of the story itself: corrections, updates, editor's notes. */
final class EditorsNotes {
    private static final Phrases NOTE = new Phrases(
            "^[\\s*\\[(]*(?:(?:correction|clarification|editor['’]s note|editors['’] note|note from the editor|ed\\. note|updated? (?:on|at|to)\\b|update\\s*[:：(]|updated\\s*[:：(]|last updated|(?:editor['’]s )?update,? \\p{L}+ \\d)"
                    + "|(?:this|the|an earlier version of this) (?:story|article|post|report|piece|headline|version)(?: of this (?:story|article|post))? (?:has been|was|is being|will be|incorrectly|misstated|misidentified|gave|stated|had)\\s?(?:been )?(?:updated|corrected|amended|changed|edited|clarified|revised|incorrectly|misstated)"
                    + "|an earlier version of this"
                    + "|(?:korrektur|anmerkung der redaktion|hinweis der redaktion|anm\\. d\\. red|correctif|rectificatif|note de la rédaction|mise à jour\\s*[:：]|fe de errat|corrección\\s*[:：]|nota (?:de la redacción|del editor|da redação|della redazione)|errata|исправлени[ея]\\s*[:：]|уточнение\\s*[:：]|обновлено\\s*[:：в]|(?:от|примечание) редакции|düzeltme\\s*[:：]|editörün notu|sprostowanie\\s*[:：]|rectificatie|rättelse\\s*[:：]|rettelse\\s*[:：]|oikaisu\\s*[:：]|訂正|更正|정정))");

    private EditorsNotes() {}

    static boolean isNote(String line) {
        return line.length() <= 800 && NOTE.start(line);
    }
}
