package dev.kaiyuan.document.office;

import dev.kaiyuan.document.ArticleWriter;
import dev.kaiyuan.document.FileProblem.Kind;
import dev.kaiyuan.document.UnreadableFileException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An EPUB: its chapters in the order of its spine. */
final class Book {
  private static final String CONTAINER = "META-INF/container.xml";
  private static final String ENCRYPTION = "META-INF/encryption.xml";

  private record Item(String part, boolean navigation) {}

  private final ZipArchive archive;
  private final ArticleWriter to;

  Book(ZipArchive archive, ArticleWriter to) {
    this.archive = archive;
    this.to = to;
  }

  void read() throws IOException {
    String opf = packageFile();
    DublinCore.read(archive, opf, to);
    List<Item> spine = spine(opf);
    refuseLocked(spine);
    int chapter = 0;
    for (Item item : spine) {
      if (!item.navigation && archive.has(item.part)) {
        to.place(++chapter);
        to.html(archive.text(item.part));
      }
    }
    if (chapter == 0) {
      throw new UnreadableFileException(Kind.BROKEN.of("no chapters"));
    }
  }

  private String packageFile() throws IOException {
    List<String> files = new ArrayList<>();
    Xml.read(
        archive,
        CONTAINER,
        to,
        element -> {
          String path = element.get("full-path");
          if (element.name().equals("rootfile") && path != null) {
            files.add(path);
          }
        });
    if (files.isEmpty()) {
      throw new UnreadableFileException(Kind.BROKEN.of(CONTAINER));
    }
    return files.getFirst();
  }

  private List<Item> spine(String opf) throws IOException {
    Map<String, Item> items = new LinkedHashMap<>();
    List<Item> spine = new ArrayList<>();
    Xml.read(
        archive,
        opf,
        to,
        element -> {
          String href = element.get("href");
          String id = element.get("id");
          String reference = element.get("idref");
          if (element.name().equals("item") && href != null && id != null) {
            String properties = String.valueOf(element.get("properties"));
            items.put(id, new Item(EntryPath.resolve(opf, href), properties.contains("nav")));
          } else if (element.name().equals("itemref") && items.containsKey(reference)) {
            spine.add(items.get(reference));
          }
        });
    return spine;
  }

  /** Fonts may be encrypted, chapters may not. */
  private void refuseLocked(List<Item> spine) throws IOException {
    if (!archive.has(ENCRYPTION)) {
      return;
    }
    List<String> locked = new ArrayList<>();
    Xml.read(
        archive,
        ENCRYPTION,
        to,
        element -> {
          String uri = element.get("URI");
          if (element.name().equals("CipherReference") && uri != null) {
            locked.add(EntryPath.resolve("", uri));
          }
        });
    for (Item item : spine) {
      if (locked.contains(item.part)) {
        throw new UnreadableFileException(Kind.PASSWORD.alone());
      }
    }
  }
}
