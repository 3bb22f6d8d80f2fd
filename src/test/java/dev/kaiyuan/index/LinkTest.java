package dev.kaiyuan.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kaiyuan.document.FileProblem;
import dev.kaiyuan.index.folder.IndexingProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is one article under however many links, and links lead nowhere unasked. */
class LinkTest {
  private static final IndexingOptions FOLLOW = IndexingOptions.REFRESH.withFollowLinks(true);

  @TempDir Path temp;
  private Corpus corpus;
  private Path outside;

  @BeforeEach
  void makeCorpus() throws IOException {
    corpus = new Corpus(temp);
    outside = Files.createDirectories(temp.toRealPath().resolve("outside"));
    Files.writeString(outside.resolve("secret.md"), "秘密");
  }

  private Path link(String name, Path target) throws IOException {
    Path link = corpus.docs.resolve(name);
    Files.createDirectories(link.getParent());
    return Files.createSymbolicLink(link, target);
  }

  @Test
  void links_within_the_folder_add_nothing() throws IOException {
    Path file = corpus.write("a/one.md", "开源");
    link("0-first.md", file);
    link("b/again.md", Path.of("../a/one.md"));
    link("c", Path.of("a"));
    link("a/loop", corpus.docs);
    link("self.md", Path.of("self.md"));
    Report report = corpus.refresh();
    assertEquals(Set.of("docs/a/one.md"), corpus.articles());
    assertEquals(
        List.of("docs/self.md"), report.skipped().stream().map(Change.Skipped::path).toList());
  }

  @Test
  void a_link_leads_to_what_is_hidden_or_ignored_in_the_folder() throws IOException {
    corpus.write(".store/x1.md", "开源");
    link("readable.md", Path.of(".store/x1.md"));
    corpus.refresh();
    assertEquals(Set.of("docs/readable.md"), corpus.found("开源"));
    corpus.write(".store/x1.md", "许可证");
    corpus.refresh();
    assertEquals(Set.of("docs/readable.md"), corpus.found("许可证"));
  }

  @Test
  void a_link_out_of_the_folder_is_followed_only_when_told() throws IOException {
    corpus.write("a.md", "开源");
    link("out.md", outside.resolve("secret.md"));
    link("folder", outside);
    link("all", Path.of("/"));
    FileProblem out = IndexingProblem.LINK_OUT.alone();
    assertEquals(
        List.of(
            new Change.Skipped("docs/all", out),
            new Change.Skipped("docs/folder", out),
            new Change.Skipped("docs/out.md", out)),
        corpus.refresh().skipped());
    assertEquals(Set.of(), corpus.found("秘密"));

    Files.delete(corpus.docs.resolve("all"));
    corpus.index(FOLLOW, corpus.docs);
    assertEquals(Set.of("docs/folder/secret.md"), corpus.found("秘密"));
    Files.delete(corpus.docs.resolve("folder"));
    corpus.index(FOLLOW, corpus.docs);
    assertEquals(Set.of("docs/out.md"), corpus.found("秘密"));
    corpus.index(IndexingOptions.REFRESH);
    corpus.index(IndexingOptions.REFRESH.withRebuild(true));
    assertEquals(Set.of("docs/out.md"), corpus.found("秘密"));
    corpus.refresh();
    corpus.index(IndexingOptions.REFRESH);
    assertEquals(Set.of(), corpus.found("秘密"));
  }

  @Test
  void loops_through_the_outside_end() throws IOException {
    corpus.write("a.md", "开源");
    Files.createSymbolicLink(outside.resolve("back"), corpus.docs);
    Files.createSymbolicLink(outside.resolve("self"), outside);
    link("out", outside);
    link("out2", outside);
    corpus.index(FOLLOW, corpus.docs);
    assertEquals(Set.of("docs/a.md", "docs/out/secret.md"), corpus.articles());
  }

  @Test
  void a_link_to_nothing_is_told_by_name() throws IOException {
    corpus.write("a.md", "开源");
    link("gone.md", Path.of("nowhere.md"));
    assertEquals(
        List.of(new Change.Skipped("docs/gone.md", IndexingProblem.LINK_BROKEN.alone())),
        corpus.refresh().skipped());
  }
}
