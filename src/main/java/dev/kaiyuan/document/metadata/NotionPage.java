package dev.kaiyuan.document.metadata;

import dev.kaiyuan.document.FileProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an export of Notion says of a page: lines of {@code Name: value} after the title. They are
 * text too, for everybody sees them; only tags, dates and names of people mean more.
 */
public final class NotionPage {
  /** The number that the export puts after a file's name. */
  public static final Pattern NUMBER = Pattern.compile("(?<=\\S) [0-9a-f]{32}$");

  private static final Pattern HEAD =
      Pattern.compile("\\s*# [^\n]*\n\n((?:[\\p{L}_][\\p{L}\\p{N}_ ./-]{0,40}: [^\n]*(?:\n|$))+)");

  private NotionPage() {}

  /**
   * Returns what a page says of itself, or {@link Metadata#NONE} where it is no page of Notion's.
   *
   * @param stem the file's name without its ending
   * @param source the whole file, its lines ended by {@code '\n'}
   */
  public static Metadata read(String stem, String source) {
    Matcher head = HEAD.matcher(source);
    if (!NUMBER.matcher(stem).find() || !head.lookingAt()) {
      return Metadata.NONE;
    }
    // What can't be understood is no fault: nobody wrote it for a program.
    List<FileProblem> ignored = new ArrayList<>();
    var fields = new MetadataFields(ignored);
    for (String line : head.group(1).split("\n")) {
      int colon = line.indexOf(": ");
      fields.put(line.substring(0, colon), line.substring(colon + 2));
    }
    Metadata said = fields.build();
    return new Metadata(
        null,
        null,
        said.date(),
        said.changed(),
        said.tags(),
        said.authors(),
        said.aliases(),
        List.of(),
        List.of(),
        List.of());
  }
}
