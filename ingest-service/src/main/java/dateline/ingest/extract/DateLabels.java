package dateline.ingest.extract;

import java.util.regex.Pattern;

/** The words beside a date that say what it is the date of. */
final class DateLabels {
    /** How far before the date its label may start, in characters. */
    private static final int REACH = 40;

    private static final Pattern PUBLISHED = Pattern.compile(
            "(?i)publi|posted|created|erstellt|veröffentlicht|erschienen|опубликован|размещено|добавлено|дата|pubblicat|opublikowan|dodano|yayın|yayim|gepubliceerd|geplaatst|publicerad"
                    + "|julkaistu|udgivet|vydáno|zverejnen|objavljeno|objavljen|δημοσι|megjelen|հրապար|გამოქვეყნ|nəşr|dərc|発行|公開|配信|发布|發布|发表|發表|入力|입력|등록|نشر|منتشر|تاریخ|פורסם|đăng|diterbitkan|terbit"
                    + "|written on|\\bdate|datum|fecha|data\\b|\\bon\\s*$|\\bam\\s*$|\\ble\\s*$");
    private static final Pattern UPDATED = Pattern.compile(
            "(?i)updat|modifi|last (?:changed|edited|revised)|aktuali[sz]|\\bstand:|geändert|mis à jour|mise à jour|actualiz|atualiz|aggiornat|обновл|изменен|оновлен|güncel|bijgewerkt"
                    + "|uppdaterad|päivitetty|opdateret|oppdatert|ενημ|frissítve|更新|수정|تحديث|עודכן|cập nhật|diperbarui|zaktualizowan|yenilən");

    /** What else than a story a day is stated of, right beside it. */
    private static final Pattern OTHER = Pattern.compile(
            "(?i)(?:joined|registered|registriert(?: seit)?|member since|mitglied seit|dabei seit|inscrit|born|geboren|valid until|expires|deadline|ends|starts|anmeldeschluss|since|seit)\\s*:?\\s*(?:\\p{L}{2,10}\\.?,?\\s*)?$");

    /** What blogs print below an entry. */
    private static final Pattern THIS_ENTRY = Pattern.compile(
            "(?i)(?:this (?:entry|post|article|item|story) (?:was|has been)|dies(?:er|e|es) (?:eintrag|beitrag|artikel|post|meldung) (?:wurde|erschien|ist)|(?:ce|cet|cette) (?:article|billet|entrée) a été|est[ae] (?:entrada|artículo|artigo) (?:fue|foi)|questo (?:articolo|post) è stato|geschrieben|verfasst)\\b");

    /** With one of these {@link #THIS_ENTRY} starts. */
    private static final String THIS_ENTRY_STARTS = "tdceqgvTDCEQGV";

    private DateLabels() {}

    /** Whether they call it the day somebody joined or something ends. */
    static boolean isOfSomethingElse(String text, int dateStart) {
        return OTHER.matcher(before(text, dateStart)).find();
    }

    /** Whether the words before a date call it the date of publication or of a change. */
    static boolean isLabelled(String text, int dateStart) {
        String before = before(text, dateStart);
        return PUBLISHED.matcher(before).find() || UPDATED.matcher(before).find();
    }

    /** Whether the text starts with such a word and the date follows at once, as in "Published 3 May." */
    static boolean opensWithLabel(String text, int dateStart) {
        String before = text.substring(0, dateStart);
        return dateStart <= 2 * REACH && THIS_ENTRY.matcher(before).lookingAt()
                || dateStart <= REACH
                        && (PUBLISHED.matcher(before).lookingAt()
                                || UPDATED.matcher(before).lookingAt());
    }

    /** Whether a line is what blogs print below an entry: when it was posted, and where it is filed. */
    static boolean isAboutEntry(String text) {
        return text.length() <= 300
                && !text.isEmpty()
                && THIS_ENTRY_STARTS.indexOf(text.charAt(0)) >= 0
                && THIS_ENTRY.matcher(text).lookingAt();
    }

    static boolean isPublication(String text, int dateStart) {
        return PUBLISHED.matcher(before(text, dateStart)).find();
    }

    /** Whether they call it the date of a change, and not of publication too. */
    static boolean isUpdate(String text, int dateStart) {
        String before = before(text, dateStart);
        java.util.regex.Matcher updated = UPDATED.matcher(before);
        int last = -1;
        while (updated.find()) {
            last = updated.start();
        }
        java.util.regex.Matcher published = PUBLISHED.matcher(before);
        int lastPublished = -1;
        while (published.find()) {
            lastPublished = published.start();
        }
        return last >= 0 && last > lastPublished;
    }

    private static String before(String text, int dateStart) {
        return text.substring(Math.max(0, dateStart - REACH), dateStart);
    }
}
