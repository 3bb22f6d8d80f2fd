package dev.kaiyuan.index;

import dev.kaiyuan.document.Article;
import dev.kaiyuan.document.LineMap;
import dev.kaiyuan.document.Place;
import dev.kaiyuan.document.Section;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * Where an article's lines and sections are, as it is stored beside the text.
 *
 * @param lines the original file's line, and its page or the like, for each offset in the text
 * @param sections the headings in order of their start
 */
public record ArticleLayout(LineMap lines, List<Section> sections) {
  private static final Place.Kind[] KINDS = Place.Kind.values();

  public ArticleLayout {
    sections = List.copyOf(sections);
  }

  static BytesRef encode(Article article) throws IOException {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    encode(article.lines(), out);
    out.writeVInt(article.sections().size());
    int start = 0;
    for (Section section : article.sections()) {
      out.writeByte((byte) section.level());
      out.writeVInt(section.start() - start);
      out.writeVInt(section.end() - section.start());
      out.writeVInt(section.title().length());
      start = section.start();
    }
    return new BytesRef(out.toArrayCopy());
  }

  /** Lines differ little from one step to the next; most files have no other places. */
  private static void encode(LineMap map, ByteBuffersDataOutput out) throws IOException {
    boolean lines = map.kind() == Place.Kind.LINE;
    out.writeByte((byte) map.kind().ordinal());
    out.writeVInt(map.size());
    int offset = 0;
    int line = 0;
    int number = 0;
    for (int step = 0; step < map.size(); step++) {
      out.writeVInt(map.offset(step) - offset);
      out.writeZInt(map.line(step) - line);
      if (!lines) {
        out.writeZInt(map.number(step) - number);
      }
      offset = map.offset(step);
      line = map.line(step);
      number = map.number(step);
    }
  }

  /**
   * Reads a stored layout.
   *
   * @param bytes what the field {@link IndexSchema#LAYOUT} holds
   * @param text the stored text, out of which the headings' words are cut
   */
  public static ArticleLayout decode(BytesRef bytes, String text) {
    ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
    LineMap lines = decodeLines(in);
    int count = in.readVInt();
    List<Section> sections = new ArrayList<>(count);
    int start = 0;
    for (int i = 0; i < count; i++) {
      int level = in.readByte();
      start += in.readVInt();
      int end = start + in.readVInt();
      String title = text.substring(start, start + in.readVInt());
      sections.add(new Section(level, title, start, end));
    }
    return new ArticleLayout(lines, sections);
  }

  private static LineMap decodeLines(ByteArrayDataInput in) {
    Place.Kind kind = KINDS[in.readByte()];
    int[] offsets = new int[in.readVInt()];
    int[] lines = new int[offsets.length];
    int[] numbers = kind == Place.Kind.LINE ? lines : new int[offsets.length];
    int offset = 0;
    int line = 0;
    int number = 0;
    for (int step = 0; step < offsets.length; step++) {
      offset += in.readVInt();
      line += readZInt(in);
      offsets[step] = offset;
      lines[step] = line;
      if (numbers != lines) {
        number += readZInt(in);
        numbers[step] = number;
      }
    }
    return new LineMap(kind, offsets, lines, numbers);
  }

  private static int readZInt(ByteArrayDataInput in) {
    int zigzag = in.readVInt();
    return (zigzag >>> 1) ^ -(zigzag & 1);
  }

  /** Returns the headings over an offset in the text, the outermost first. */
  public List<String> sectionsAt(int offset) {
    List<String> trail = new ArrayList<>();
    for (Section section : sections) {
      if (section.start() <= offset && offset < section.end()) {
        trail.add(section.title());
      }
    }
    return trail;
  }
}
