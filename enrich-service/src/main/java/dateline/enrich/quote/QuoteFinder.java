package dateline.enrich.quote;

import dateline.contract.EntityType;
import dateline.contract.Mention;
import dateline.contract.Quote;
import dateline.enrich.token.Tokenizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds the quotations of a body and who speaks. Thread-safe; linear in the length of the body. */
final class QuoteFinder {
    private static final Speech NONE = new Speech("und", List.of());

    private final Tokenizer tokenizer = new Tokenizer();
    private final Map<String, Speech> languages = new ConcurrentHashMap<>();

    /**
     * The quotations of a body, in order.
     *
     * @param language BCP 47 tag; of a language without a file only marks and names beside them are read
     * @param mentions whom the article names; only those in the body count
     */
    List<Quote> find(String body, String language, List<Mention> mentions) {
        Speech speech = speech(language);
        Paragraphs paragraphs = Paragraphs.of(body);
        List<Marked> marked = QuoteMarks.pair(body, paragraphs);
        if (speech.dashes()) {
            marked = withDashes(marked, new DashQuotes(body, speech).in(paragraphs));
        }
        List<Mention> named = mentions.stream()
                .filter(mention -> mention.field() == Mention.Field.BODY)
                .sorted(Comparator.comparingInt(Mention::start))
                .toList();
        List<Sentence> sentences = Sentences.of(tokenizer.tokenize(body), paragraphs, named, marked, speech);
        return new Report(body, language, speech, sentences, new Names(mentions, speech)).quotes();
    }

    private Speech speech(String language) {
        int dash = language.indexOf('-');
        String base = dash < 0 ? language : language.substring(0, dash);
        return languages.computeIfAbsent(base, tag -> {
            Speech speech = tag.matches("[a-z]{2,3}") ? Speech.load(tag) : null;
            return speech == null ? NONE : speech;
        });
    }

    /** Both in order; a dash's quotation gives way to marks within it. */
    private static List<Marked> withDashes(List<Marked> marked, List<Marked> dashes) {
        if (dashes.isEmpty()) {
            return marked;
        }
        List<Marked> all = new ArrayList<>(marked.size() + dashes.size());
        int i = 0;
        for (Marked dash : dashes) {
            while (i < marked.size() && marked.get(i).to() <= dash.from()) {
                all.add(marked.get(i++));
            }
            boolean whole = i < marked.size() && marked.get(i).from() == dash.from();
            boolean overlaps = i < marked.size()
                    && marked.get(i).from() < dash.to()
                    && marked.get(i).to() > dash.to();
            if (!whole && !overlaps) {
                all.add(dash);
                while (i < marked.size() && marked.get(i).to() <= dash.to()) {
                    i++;
                }
            }
        }
        all.addAll(marked.subList(i, marked.size()));
        return all;
    }

    /** One article's way through the rules. */
    private static final class Report {
        private final String body;
        private final String language;
        private final List<Sentence> sentences;
        private final Acts acts;
        private final Subjects subjects;
        private final DirectSpeech direct;
        private final IndirectSpeech indirect;
        private final Focus focus;
        private final Names names;
        private final List<Quote> found = new ArrayList<>();
        /** The last direct quotation, and where it stood. */
        private @Nullable Quote last;

        private int lastSentence = -2;

        Report(String body, String language, Speech speech, List<Sentence> sentences, Names names) {
            this.body = body;
            this.language = language;
            this.sentences = sentences;
            acts = new Acts(speech);
            subjects = new Subjects(speech);
            direct = new DirectSpeech(body);
            indirect = new IndirectSpeech(speech);
            focus = new Focus(speech);
            this.names = names;
        }

        List<Quote> quotes() {
            for (int i = 0; i < sentences.size(); i++) {
                read(i);
            }
            found.sort(Comparator.comparingInt(Quote::start).thenComparingInt(Quote::end));
            return found;
        }

        private void read(int index) {
            Sentence sentence = sentences.get(index);
            focus.learn(sentence);
            List<Act> said = acts.in(sentence);
            List<Attributed> attributed = new ArrayList<>(said.size());
            for (Act act : said) {
                attributed.add(new Attributed(attributed.size(), act, spoken(sentence, act.speaker())));
            }
            boolean[] complete = new boolean[said.size()];
            boolean[] partly = new boolean[said.size()];
            for (int i = 0; i < sentence.size(); i++) {
                if (sentence.isQuote(i)) {
                    quotation(index, i, attributed, complete, partly);
                }
            }
            for (Attributed one : attributed) {
                if (!complete[one.index()]) {
                    reported(sentence, one, said, partly[one.index()]);
                }
            }
            focus.leave(sentence, attributed.stream().map(Attributed::spoken).toList());
        }

        private Spoken spoken(Sentence sentence, Speaker speaker) {
            Mention mention = speaker.mention();
            if (mention != null) {
                return new Spoken(
                        mention.entityId(), mention.type() == EntityType.PERSON, 0.6 + 0.35 * mention.confidence());
            }
            Spoken known = switch (speaker.kind()) {
                case PRONOUN -> focus.pronoun(sentence, speaker.from());
                case PHRASE -> focus.described(sentence, speaker);
                case NAME -> null;
            };
            if (known == null && speaker.kind() == Speaker.Kind.PHRASE) {
                known = names.in(sentence, speaker);
            }
            return known == null ? Spoken.NOBODY : known;
        }

        private void quotation(int index, int at, List<Attributed> attributed, boolean[] complete, boolean[] partly) {
            Sentence sentence = sentences.get(index);
            Marked marked = DirectSpeech.quote(sentence, at);
            Attributed by = direct.act(sentence, at, attributed);
            if (by != null && direct.isQuotation(sentence, at, by.act())) {
                boolean whole = direct.isWhole(sentence, at, marked, by.act());
                boolean goesOn = marked.continues()
                        || (whole && complete[by.index()] && by.act().verb() < at);
                complete[by.index()] |= whole;
                partly[by.index()] |= !whole;
                Speaker speaker = by.act().speaker();
                note(
                        index,
                        quote(
                                marked.start(),
                                marked.end(),
                                Quote.Kind.DIRECT,
                                goesOn,
                                body.substring(speaker.start(), speaker.end()),
                                by.spoken(),
                                Attributed.verb(sentence, by.act(), body)));
            } else if (marked.continues() && last != null) {
                note(index, again(marked, last, true, 0.9));
            } else if (isAlone(sentence, at)) {
                alone(index, marked);
            } else if (by == null && sentence.isMark(at - 1, ":")) {
                named(index, at, marked);
            }
        }

        /** Whether the sentence is nothing but the quotation. */
        private static boolean isAlone(Sentence sentence, int at) {
            for (int i = 0; i < sentence.size(); i++) {
                if (i != at && sentence.at(i).kind() != Unit.Kind.MARK) {
                    return false;
                }
            }
            return true;
        }

        /** A quotation without any attribution of its own: whoever spoke before, or whom the sentence before is about. */
        private void alone(int index, Marked marked) {
            Sentence sentence = sentences.get(index);
            boolean behindQuote = last != null && lastSentence == index - 1;
            Sentence before = index > 0 ? sentences.get(index - 1) : null;
            boolean sameParagraph = before != null && before.paragraph() == sentence.paragraph();
            if (behindQuote && sameParagraph) {
                note(index, again(marked, Objects.requireNonNull(last), true, 0.9));
                return;
            }
            if (direct.words(marked) < DirectSpeech.FEWEST_WORDS) {
                return;
            }
            if (before != null && (sameParagraph || before.isMark(before.size() - 1, ":"))) {
                List<Act> said = acts.in(before);
                Speaker speaker = said.isEmpty()
                        ? subjects.main(before, before.size())
                        : said.getLast().speaker();
                if (speaker != null) {
                    Spoken spoken = spoken(before, speaker);
                    if (spoken.id() != null) {
                        note(
                                index,
                                quote(
                                        marked.start(),
                                        marked.end(),
                                        Quote.Kind.DIRECT,
                                        marked.continues(),
                                        body.substring(speaker.start(), speaker.end()),
                                        new Spoken(spoken.id(), spoken.person(), 0.5),
                                        null));
                        return;
                    }
                }
            }
            if (last != null
                    && lastSentence >= 0
                    && sentence.paragraph() - sentences.get(lastSentence).paragraph() <= 4) {
                note(index, again(marked, last, false, 0.5));
            }
        }

        /** "Ana Costa: “…”", without a verb. */
        private void named(int index, int at, Marked marked) {
            Sentence sentence = sentences.get(index);
            Speaker speaker = subjects.main(sentence, at);
            if (speaker != null && (direct.words(marked) >= DirectSpeech.FEWEST_WORDS || at <= 4)) {
                note(
                        index,
                        quote(
                                marked.start(),
                                marked.end(),
                                Quote.Kind.DIRECT,
                                marked.continues(),
                                body.substring(speaker.start(), speaker.end()),
                                spoken(sentence, speaker),
                                null));
            }
        }

        private void reported(Sentence sentence, Attributed one, List<Act> said, boolean partly) {
            int[] clause = indirect.clause(sentence, one.act(), said);
            if (clause == null || (partly && !saysMore(sentence, clause))) {
                return;
            }
            Speaker speaker = one.act().speaker();
            found.add(quote(
                    sentence.at(clause[0]).start(),
                    sentence.at(clause[1] - 1).end(),
                    Quote.Kind.INDIRECT,
                    false,
                    body.substring(speaker.start(), speaker.end()),
                    one.spoken(),
                    Attributed.verb(sentence, one.act(), body)));
        }

        /** Whether a clause that holds a quotation has a verb and more outside of it. */
        private boolean saysMore(Sentence sentence, int[] clause) {
            int words = 0;
            for (int i = clause[0]; i < clause[1]; i++) {
                Unit unit = sentence.at(i);
                words += unit.kind() == Unit.Kind.MARK || unit.kind() == Unit.Kind.QUOTE ? 0 : 1;
            }
            return words >= DirectSpeech.FEWEST_WORDS;
        }

        private void note(int index, Quote quote) {
            found.add(quote);
            last = quote;
            lastSentence = index;
        }

        private Quote again(Marked marked, Quote before, boolean continues, double confidence) {
            return new Quote(
                    marked.start(),
                    marked.end(),
                    body.substring(marked.start(), marked.end()),
                    Quote.Kind.DIRECT,
                    continues,
                    before.speaker(),
                    before.speakerId(),
                    before.verb(),
                    language,
                    Math.min(confidence, before.confidence()));
        }

        private Quote quote(
                int start,
                int end,
                Quote.Kind kind,
                boolean continues,
                String speaker,
                Spoken spoken,
                @Nullable String verb) {
            return new Quote(
                    start,
                    end,
                    body.substring(start, end),
                    kind,
                    continues,
                    speaker,
                    spoken.id(),
                    verb,
                    language,
                    spoken.confidence());
        }
    }
}
