package dev.kaiyuan.index;

import dev.kaiyuan.document.Article;
import dev.kaiyuan.document.LineMap;
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
 * @param lines the original file's line for each offset in the text
 * @param sections the headings in order of their start
 */
public record ArticleLayout(LineMap lines, List<Section> sections) {
  public ArticleLayout {
    sections = List.copyOf(sections);
  }

  static BytesRef encode(Article article) throws IOException {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    LineMap lines = article.lines();
    out.writeVInt(lines.size());
    int offset = 0;
    int line = 0;
    for (int step = 0; step < lines.size(); step++) {
      out.writeVInt(lines.offset(step) - offset);
      out.writeZInt(lines.line(step) - line);
      offset = lines.offset(step);
      line = lines.line(step);
    }
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

  /**
   * Reads a stored layout.
   *
   * @param bytes what the field {@link IndexSchema#LAYOUT} holds
   * @param text the stored text, out of which the headings' words are cut
   */
  public static ArticleLayout decode(BytesRef bytes, String text) {
    ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
    int[] offsets = new int[in.readVInt()];
    int[] lines = new int[offsets.length];
    int offset = 0;
    int line = 0;
    for (int step = 0; step < offsets.length; step++) {
      offset += in.readVInt();
      line += readZInt(in);
      offsets[step] = offset;
      lines[step] = line;
    }
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
    return new ArticleLayout(new LineMap(offsets, lines), sections);
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
