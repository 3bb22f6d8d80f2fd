package dev.kaiyuan.document.office;

import dev.kaiyuan.document.reader.ArticleWriter;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the XML of an archive's entry. Elements are told by their local names: one format is
 * written under several namespaces. There are no entities but those of XML itself, and nothing
 * outside of the archive is ever opened.
 */
final class Xml {
  /** How the namespace of references to other parts ends, in each version of the format. */
  static final String RELATIONS = "/relationships";

  private static final int WORK_OF_AN_ELEMENT = 16;

  private static final XMLInputFactory FACTORY = factory();

  private Xml() {}

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("refers to " + systemId);
        });
    return factory;
  }

  /** Takes what is in the XML. */
  interface Handler {
    /** An element begins. */
    void start(Attributes element) throws IOException;

    /** An element ends. */
    default void end(String name) throws IOException {}

    /** Characters within elements. */
    default void text(String characters) throws IOException {}
  }

  /** An element that begins. */
  interface Attributes {
    /** Returns the element's local name. */
    String name();

    /** Returns the value of the attribute with a local name, or null. */
    @Nullable String get(String localName);

    /** Returns the value of the attribute of a namespace that ends so, or null. */
    @Nullable String get(String namespaceEnd, String localName);

    /** Passes over all that is in the element, its end included. */
    void skip() throws IOException;
  }

  /** Reads an entry of an archive to its end. */
  static void read(ZipArchive archive, String entry, ArticleWriter work, Handler handler)
      throws IOException {
    try (InputStream in = archive.open(entry)) {
      XMLStreamReader xml = FACTORY.createXMLStreamReader(in);
      Element element = new Element(xml, work);
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            work.work(WORK_OF_AN_ELEMENT);
            handler.start(element);
          }
          case XMLStreamConstants.END_ELEMENT -> handler.end(xml.getLocalName());
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
              handler.text(xml.getText());
          default -> {}
        }
      }
    } catch (XMLStreamException e) {
      throw failure(entry, e);
    }
  }

  /** The parser wraps what its stream throws. */
  private static IOException failure(String entry, XMLStreamException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException io) {
        return io;
      }
      if (cause instanceof XMLStreamException xml
          && xml.getNestedException() instanceof IOException io) {
        return io;
      }
    }
    return new IOException(entry + ": " + e.getMessage(), e);
  }

  private record Element(XMLStreamReader xml, ArticleWriter work) implements Attributes {
    @Override
    public String name() {
      return xml.getLocalName();
    }

    @Override
    public @Nullable String get(String localName) {
      for (int i = 0; i < xml.getAttributeCount(); i++) {
        if (xml.getAttributeLocalName(i).equals(localName)) {
          return xml.getAttributeValue(i);
        }
      }
      return null;
    }

    @Override
    public @Nullable String get(String namespaceEnd, String localName) {
      for (int i = 0; i < xml.getAttributeCount(); i++) {
        String namespace = xml.getAttributeNamespace(i);
        if (namespace != null
            && namespace.endsWith(namespaceEnd)
            && xml.getAttributeLocalName(i).equals(localName)) {
          return xml.getAttributeValue(i);
        }
      }
      return null;
    }

    @Override
    public void skip() throws IOException {
      try {
        for (int depth = 1; depth > 0; ) {
          int event = xml.next();
          if (event == XMLStreamConstants.START_ELEMENT) {
            work.work(WORK_OF_AN_ELEMENT);
            depth++;
          } else if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
          }
        }
      } catch (XMLStreamException e) {
        throw failure(xml.getLocalName(), e);
      }
    }
  }
}
