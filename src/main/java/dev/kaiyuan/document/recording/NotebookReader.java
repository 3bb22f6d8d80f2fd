package dev.kaiyuan.document.recording;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.kaiyuan.document.Format;
import dev.kaiyuan.document.reader.ArticleWriter;
import dev.kaiyuan.document.reader.FormatReader;
import dev.kaiyuan.document.reader.SourceFile;
import java.io.IOException;
import java.util.Set;

/**
 * Reads Jupyter notebooks of format 3 and later: the text and the code of their cells, without what
 * the code printed. Stateless and thread-safe.
 */
public final class NotebookReader implements FormatReader {
  /** Makes a reader; loads nothing of Jackson. */
  public NotebookReader() {}

  @Override
  public Set<Format> formats() {
    return Set.of(Format.NOTEBOOK);
  }

  @Override
  public void read(SourceFile file, ArticleWriter to) throws IOException {
    try (JsonParser json = new JsonFactory().createParser(file.text())) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("no JSON object");
      }
      new Notebook(json, to).read();
    }
  }

  /** One notebook being read. */
  private static final class Notebook {
    private final JsonParser json;
    private final ArticleWriter to;
    private int cells;

    Notebook(JsonParser json, ArticleWriter to) {
      this.json = json;
      this.to = to;
    }

    void read() throws IOException {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (name.equals("cells") && value == JsonToken.START_ARRAY) {
          cells();
        } else if (name.equals("worksheets") && value == JsonToken.START_ARRAY) {
          while (json.nextToken() == JsonToken.START_OBJECT) {
            read();
          }
        } else if (name.equals("metadata") && value == JsonToken.START_OBJECT) {
          metadata();
        } else {
          json.skipChildren();
        }
      }
    }

    private void metadata() throws IOException {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        if (json.nextToken() == JsonToken.VALUE_STRING && name.equals("title")) {
          to.title(json.getText());
        } else {
          json.skipChildren();
        }
      }
    }

    private void cells() throws IOException {
      while (json.nextToken() == JsonToken.START_OBJECT) {
        to.place(++cells);
        String type = "";
        String source = "";
        int line = 1;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
          String name = json.currentName();
          json.nextToken();
          switch (name) {
            case "cell_type" -> type = json.getText();
            case "source", "input" -> {
              boolean lines = json.currentToken() == JsonToken.START_ARRAY;
              line = json.currentTokenLocation().getLineNr() + (lines ? 1 : 0);
              source = lines ? joined() : json.getText();
            }
            default -> json.skipChildren();
          }
        }
        write(type, source, line);
      }
    }

    private String joined() throws IOException {
      StringBuilder source = new StringBuilder();
      while (json.nextToken() == JsonToken.VALUE_STRING) {
        source.append(json.getText());
      }
      return source.toString();
    }

    private void write(String type, String source, int line) throws IOException {
      switch (type) {
        case "markdown" -> to.markdown(source, line);
        case "heading" -> to.heading(1, source);
        case "code" -> {
          to.line(line);
          to.code(source);
        }
        default -> to.paragraph(source);
      }
    }
  }
}
