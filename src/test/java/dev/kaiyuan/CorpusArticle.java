package dev.kaiyuan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** An article of {@code corpus/} as its author wrote it, read without the code that it tests. */
record CorpusArticle(Path path, String lang, Map<?, ?> header, Body body) {
  static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}.'-]*");

  private static final Pattern FILE =
      Pattern.compile("---\n(?<header>.*?\n)---\n\n(?<body>.*)\n", Pattern.DOTALL);
  private static final Parser MARKDOWN =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  static List<CorpusArticle> readAll(Path corpus) throws IOException {
    List<CorpusArticle> articles = new ArrayList<>();
    for (String lang : List.of("en", "zh")) {
      try (var files = Files.list(corpus.resolve(lang))) {
        for (Path path : files.sorted().toList()) {
          articles.add(read(path, lang));
        }
      }
    }
    return List.copyOf(articles);
  }

  private static CorpusArticle read(Path path, String lang) throws IOException {
    Matcher file = FILE.matcher(Files.readString(path, UTF_8));
    assertTrue(
        file.matches(),
        path + ": write '---', front matter, '---', an empty line, text, a line end");
    Object header =
        new Load(LoadSettings.builder().setLabel(path.toString()).build())
            .loadFromString(file.group("header"));
    assertTrue(header instanceof Map, path + ": write the front matter as 'key: value' lines");
    Body body = new Body();
    MARKDOWN.parse(file.group("body")).accept(body);
    return new CorpusArticle(path, lang, (Map<?, ?>) header, body);
  }

  /** The name by which judgements know it: {@code zh/copyleft}. */
  String id() {
    return lang + "/" + name();
  }

  String name() {
    String file = path.getFileName().toString();
    return file.substring(0, file.length() - ".md".length());
  }

  /** Characters that are not spaces in Chinese, words in English. */
  long length() {
    return lang.equals("zh")
        ? body.text().codePoints().filter(c -> !Character.isWhitespace(c)).count()
        : WORD.matcher(body.text()).results().count();
  }

  String says(String fix) {
    return path + ": " + fix;
  }

  @Override
  public String toString() {
    return path.toString();
  }

  /** What a reader sees of Markdown: no link targets, no rules of tables, not the title. */
  static final class Body extends AbstractVisitor {
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder prose = new StringBuilder();
    private final List<String> headings = new ArrayList<>();
    private final List<String> links = new ArrayList<>();

    String text() {
      return text.toString();
    }

    /** The text without its code. */
    String prose() {
      return prose.toString();
    }

    /** Level, a space and text of each heading. */
    List<String> headings() {
      return headings;
    }

    List<String> links() {
      return links;
    }

    @Override
    public void visit(Heading heading) {
      int start = text.length();
      visitChildren(heading);
      headings.add(heading.getLevel() + " " + text.substring(start).strip());
      if (heading.getLevel() == 1) {
        text.setLength(start);
      }
    }

    @Override
    public void visit(Link link) {
      links.add(link.getDestination());
      visitChildren(link);
    }

    @Override
    public void visit(Text node) {
      text.append(node.getLiteral());
      prose.append(node.getLiteral());
    }

    @Override
    public void visit(Code node) {
      text.append(node.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak node) {
      text.append('\n');
      prose.append('\n');
    }

    @Override
    protected void visitChildren(Node parent) {
      super.visitChildren(parent);
      if (parent instanceof Block || parent instanceof CustomNode) {
        text.append('\n');
        prose.append('\n');
      }
    }
  }
}
