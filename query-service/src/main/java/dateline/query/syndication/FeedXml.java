package dateline.query.syndication;

import java.io.StringWriter;
import java.time.Instant;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements with text, leaving out the characters that XML 1.0 does not have. */
public final class FeedXml {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    /** What is to be written. */
    public interface Content {
        void write(FeedXml xml) throws XMLStreamException;
    }

    private FeedXml() throws XMLStreamException {
        this.xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
    }

    /** The document with this content. */
    public static String document(Content content) {
        try {
            FeedXml document = new FeedXml();
            document.xml.writeStartDocument("UTF-8", "1.0");
            content.write(document);
            document.xml.writeEndDocument();
            document.xml.flush();
            return document.text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a feed could not be written", e);
        }
    }

    /** An element with attributes, given as names and values in turn, and content. */
    public void element(String name, Content content, String... attributes) throws XMLStreamException {
        xml.writeStartElement(name);
        attributes(attributes);
        content.write(this);
        xml.writeEndElement();
    }

    /** An element with text. */
    public void text(String name, String value, String... attributes) throws XMLStreamException {
        xml.writeStartElement(name);
        attributes(attributes);
        xml.writeCharacters(legal(value));
        xml.writeEndElement();
    }

    /** An element with a time, by RFC 3339. */
    public void time(String name, Instant time) throws XMLStreamException {
        text(name, time.toString());
    }

    /** An element with attributes only. */
    public void empty(String name, String... attributes) throws XMLStreamException {
        xml.writeEmptyElement(name);
        attributes(attributes);
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], legal(attributes[i + 1]));
        }
    }

    static String legal(String text) {
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || c >= 0x20 && c <= 0xD7FF
                        || c >= 0xE000 && c <= 0xFFFD
                        || c >= 0x10000)
                .forEach(legal::appendCodePoint);
        return legal.toString();
    }
}
