package dev.kaiyuan.document.reader;

import dev.kaiyuan.document.Article;
import dev.kaiyuan.document.FileProblem;
import dev.kaiyuan.document.Format;
import dev.kaiyuan.document.Place;
import dev.kaiyuan.document.UnreadableFileException;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.ServiceLoader;

/** The readers of formats that are no plain text, looked up when the first such file comes. */
final class FormatReaders {
  private static final Map<Format, FormatReader> BY_FORMAT = byFormat();

  private static final int LONGEST_REASON = 120;

  private FormatReaders() {}

  private static Map<Format, FormatReader> byFormat() {
    Map<Format, FormatReader> readers = new EnumMap<>(Format.class);
    for (FormatReader reader :
        ServiceLoader.load(FormatReader.class, FormatReader.class.getClassLoader())) {
      reader.formats().forEach(format -> readers.putIfAbsent(format, reader));
    }
    return readers;
  }

  /** Reads a file; of one that is damaged or endless, what comes before that. */
  static Article read(SourceFile file, ArticleBuilder builder) throws UnreadableFileException {
    FormatReader reader = BY_FORMAT.get(file.format());
    if (reader == null) {
      throw new UnreadableFileException(FileProblem.Kind.LIBRARY.of(file.format().type()));
    }
    ArticleWriter to = new ArticleWriter(file.format(), file.content().length / 8);
    try {
      reader.read(file, to);
    } catch (UnreadableFileException e) {
      throw e;
    } catch (NoClassDefFoundError e) {
      throw new UnreadableFileException(FileProblem.Kind.LIBRARY.of(library(e)));
    } catch (IOException | RuntimeException | StackOverflowError e) {
      String reason = reason(e);
      if (to.isEmpty()) {
        throw new UnreadableFileException(FileProblem.Kind.BROKEN.of(reason));
      }
      Place last = to.lastPlace();
      if (e instanceof ArticleWriter.LimitException) {
        to.warn(FileProblem.Kind.ENDLESS.of(last == null ? "-" : last.toString()));
      } else {
        to.warn(FileProblem.Kind.PARTLY.of(last == null ? reason : last + "; " + reason));
      }
    }
    return builder.finish(to.metadata(), to.text());
  }

  private static String library(NoClassDefFoundError e) {
    return String.valueOf(e.getMessage()).replace('/', '.');
  }

  /** What a parser says, on one line. */
  private static String reason(Throwable e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    String line = message.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "…";
  }
}
