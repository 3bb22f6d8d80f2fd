package dev.kaiyuan.document.reader;

import dev.kaiyuan.document.Article;
import dev.kaiyuan.document.FileProblem;
import dev.kaiyuan.document.Format;
import dev.kaiyuan.document.Language;
import dev.kaiyuan.document.charset.DecodedText;
import dev.kaiyuan.document.metadata.Metadata;
import dev.kaiyuan.document.metadata.NotionPage;
import dev.kaiyuan.document.metadata.WrittenDate;
import dev.kaiyuan.document.text.ArticleText;
import dev.kaiyuan.document.text.Characters;
import dev.kaiyuan.document.text.UnicodeForm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds an article from a file's name, its charset, its metadata and its text. For use once. */
final class ArticleBuilder {
  private final String path;
  private final Format format;
  private final String charset;
  private final List<FileProblem> warnings;

  ArticleBuilder(String path, Format format, DecodedText decoded) {
    this.path = path;
    this.format = format;
    this.charset = decoded.charset();
    this.warnings = new ArrayList<>(decoded.warnings());
  }

  Article finish(Metadata metadata, ArticleText text) {
    warnings.addAll(metadata.warnings());
    String title = title(metadata, text);
    Language language =
        metadata.language() != null
            ? metadata.language()
            : text.language(isFileName(title, metadata, text) ? "" : title);
    int end = text.text().length();
    text.mentions().addAddressesIn(text.text());
    metadata.addresses().forEach(text.mentions()::addAddress);
    Set<String> tags = new LinkedHashSet<>(metadata.tags());
    tags.addAll(text.mentions().tags());
    for (Metadata.Note note : metadata.notes()) {
      note.putInto(text);
    }
    return new Article(
        title,
        language,
        date(metadata),
        List.copyOf(tags),
        metadata.authors(),
        metadata.aliases(),
        text.text(),
        text.outline().sections(end),
        text.lines(),
        text.mentions().addresses(),
        format,
        charset,
        warnings);
  }

  /** Whether a title says nothing of the language: letters in a file's name are no English. */
  private boolean isFileName(String title, Metadata metadata, ArticleText text) {
    return metadata.title() == null
        && text.outline().title() == null
        && title.codePoints().noneMatch(Characters::isHan);
  }

  private @Nullable LocalDate date(Metadata metadata) {
    if (metadata.date() != null) {
      return metadata.date();
    }
    LocalDate inPath = WrittenDate.inPath(path.substring(0, path.length() - ending().length()));
    return inPath != null ? inPath : metadata.changed();
  }

  /**
   * The front matter's title, else the heading of level 1, else the one that opens the file, else
   * the file's name. A deeper heading that opens it is only the first of its parts where the name
   * was written as a title, and says something else.
   */
  private String title(Metadata metadata, ArticleText text) {
    if (metadata.title() != null) {
      return metadata.title();
    }
    String stem = stem();
    String heading = text.outline().title();
    if (heading == null && !isBelowHead(metadata)) {
      String opening = text.outline().opening();
      heading = opening != null && (!isWritten(stem) || share(stem, opening)) ? opening : null;
    }
    return heading != null ? heading : stem.isBlank() ? "untitled" : stem;
  }

  /** Whether front matter is above the first heading, which so opens no file. */
  private boolean isBelowHead(Metadata metadata) {
    boolean markdown = format == Format.MARKDOWN || format == Format.MDX;
    return markdown && !metadata.equals(Metadata.NONE);
  }

  /** The file's name without the number that Notion's export puts there. */
  private String stem() {
    return NotionPage.NUMBER.matcher(UnicodeForm.of(fileStem())).replaceFirst("").strip();
  }

  /** The file's name without its ending. */
  String fileStem() {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.substring(0, name.length() - ending().length());
  }

  private String ending() {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') + 1 ? path.substring(dot) : "";
  }

  /** Whether a person gave the file its name to be read, not to be typed. */
  private static boolean isWritten(String stem) {
    return stem.codePoints().anyMatch(c -> c == ' ' || Characters.isHan(c))
        && WrittenDate.inPath(stem) == null;
  }

  /** Whether two names have a Han character or a word in common. */
  private static boolean share(String stem, String heading) {
    Set<String> words = words(heading);
    return words(stem).stream().anyMatch(words::contains);
  }

  private static Set<String> words(String name) {
    Set<String> words = new HashSet<>();
    for (String word : name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
      if (word.codePoints().anyMatch(Characters::isHan)) {
        word.codePoints().mapToObj(Character::toString).forEach(words::add);
      } else if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }
}
