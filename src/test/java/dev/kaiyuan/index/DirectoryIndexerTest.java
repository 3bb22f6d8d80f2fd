package dev.kaiyuan.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kaiyuan.document.FileProblem.Kind;
import dev.kaiyuan.index.folder.ArticlePaths;
import dev.kaiyuan.index.folder.FileEntry;
import dev.kaiyuan.index.folder.FileStamp;
import dev.kaiyuan.index.folder.IndexingProblem;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index equals the folder. */
class DirectoryIndexerTest {
  @TempDir Path temp;
  private Corpus corpus;

  @BeforeEach
  void makeCorpus() throws IOException {
    corpus = new Corpus(temp);
  }

  private static String counts(Report report) {
    return "+%d ~%d -%d =%d"
        .formatted(report.added(), report.modified(), report.removed(), report.unchanged());
  }

  @Test
  void words_longer_than_lucene_takes_are_known_by_their_beginnings() throws IOException {
    corpus.write("hangul.md", "# 한글\n\n" + "가".repeat(40_000) + " 谚文");
    corpus.write("latin.md", "# Longest\n\n" + "ab".repeat(40_000) + " 最长");
    assertEquals("+2 ~0 -0 =0", counts(corpus.refresh()));
    assertEquals(Set.of("docs/hangul.md"), corpus.found("谚文"));
    assertEquals(Set.of("docs/hangul.md"), corpus.found("가가가*"));
    assertEquals(Set.of("docs/latin.md"), corpus.found("最长"));
  }

  @Test
  void files_that_are_added_edited_renamed_and_deleted_are_followed() throws IOException {
    corpus.write("许可证.md", "# 许可证\n\n开源软件的许可证说明怎样使用。");
    corpus.write("kernel.md", "# Kernel\n\nThe kernel schedules processes.");
    assertEquals("+2 ~0 -0 =0", counts(corpus.refresh()));
    assertEquals("+0 ~0 -0 =2", counts(corpus.refresh()));

    corpus.write("kernel.md", "# Kernel\n\nA scheduler shares the processor.");
    assertEquals("+0 ~1 -0 =1", counts(corpus.refresh()));
    assertEquals(Set.of("docs/kernel.md"), corpus.found("processor"));
    assertEquals(Set.of(), corpus.found("schedules"));

    Files.move(corpus.docs.resolve("kernel.md"), corpus.docs.resolve("Kernel.md"));
    assertEquals("+1 ~0 -1 =1", counts(corpus.refresh()));
    assertEquals(Set.of("docs/Kernel.md"), corpus.found("processor"));

    Files.delete(corpus.docs.resolve("许可证.md"));
    Report report = corpus.refresh();
    assertEquals("+0 ~0 -1 =1", counts(report));
    assertEquals(1, report.articles());
    assertEquals(Set.of(), corpus.found("许可证"));
  }

  @Test
  void an_edit_that_keeps_size_and_time_is_seen() throws IOException {
    Path file = corpus.write("a.md", "The old words.");
    FileTime time = FileTime.fromMillis(1_600_000_000_000L);
    Files.setLastModifiedTime(file, time);
    corpus.refresh();
    Files.writeString(file, "The new words.");
    Files.setLastModifiedTime(file, time);
    assertEquals("+0 ~1 -0 =0", counts(corpus.refresh()));
    assertEquals(Set.of("docs/a.md"), corpus.found("new"));
  }

  @Test
  void another_file_moved_into_a_place_with_the_same_size_and_time_has_another_stamp()
      throws IOException {
    FileTime time = FileTime.fromMillis(1_600_000_000_000L);
    Path file = Files.setLastModifiedTime(corpus.write("a.md", "The old words."), time);
    Path other = Files.setLastModifiedTime(corpus.write("b.md", "The new words."), time);
    long later = FileStamp.now() + 60_000_000_000L;
    FileStamp before = FileEntry.of(file, later).stamp();
    assertTrue(before.proves(before.value()));
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
    FileStamp after = FileEntry.of(file, later).stamp();
    assertEquals(before.size(), after.size());
    assertTrue(!after.proves(before.value()));
  }

  @Test
  void a_stamp_proves_nothing_of_a_file_that_changed_just_now() throws IOException {
    Path file = corpus.write("a.md", "words");
    FileStamp stamp = FileEntry.of(file, FileStamp.now()).stamp();
    assertTrue(!stamp.proves(stamp.value()));
  }

  @Test
  void a_file_that_turns_binary_is_no_article_until_it_is_text_again() throws IOException {
    Path file = corpus.write("a.md", "# 开源\n\n文字");
    corpus.refresh();
    Files.write(file, new byte[] {0x7F, 'E', 'L', 'F', 0, 1, 2, 3, 0, (byte) 0xFE, 0, 0});
    for (int run = 0; run < 2; run++) {
      Report report = corpus.refresh();
      assertEquals(List.of(new Change.Skipped("docs/a.md", Kind.BINARY.alone())), report.skipped());
      assertEquals(0, report.articles());
    }
    assertEquals(Set.of(), corpus.found("开源"));
    assertEquals(Set.of(), corpus.found("path:docs/**"));
    Files.writeString(file, "# 开源\n\n又是文字");
    assertEquals(1, corpus.refresh().articles());
    assertEquals(Set.of("docs/a.md"), corpus.found("path:docs/**"));
  }

  @Test
  void one_folder_is_one_however_it_is_spelled() throws IOException {
    corpus.write("a.md", "开源");
    Path link = Files.createSymbolicLink(corpus.index.resolveSibling("link"), corpus.docs);
    Path parent = corpus.docs.getParent();
    for (Path spelled :
        List.of(
            corpus.docs,
            Path.of(corpus.docs + "/"),
            parent.resolve("./docs"),
            parent.resolve("docs/../docs"),
            Path.of("").toAbsolutePath().relativize(corpus.docs),
            link)) {
      corpus.index(IndexingOptions.REFRESH, spelled);
      assertEquals(Set.of("docs/a.md"), corpus.articles(), spelled.toString());
    }
  }

  @Test
  void the_index_may_be_named_through_a_link_before_it_exists() throws IOException {
    corpus.write("a.md", "开源");
    Path link = Files.createSymbolicLink(temp.resolve("link"), corpus.docs.getParent());
    Path index = link.resolve("new/index");
    for (int run = 0; run < 2; run++) {
      Report report =
          new DirectoryIndexer(index, IndexingOptions.REFRESH)
              .index(List.of(corpus.docs), IndexingProgress.NONE);
      assertEquals(run == 0 ? "+1 ~0 -0 =0" : "+0 ~0 -0 =1", counts(report));
    }
  }

  @Test
  void folders_in_one_index_leave_one_another_alone() throws IOException {
    corpus.write("a.md", "开源");
    Path notes = Files.createDirectories(temp.toRealPath().resolve("docs-notes"));
    Files.writeString(notes.resolve("b.md"), "笔记");
    corpus.refresh();
    corpus.index(IndexingOptions.REFRESH, notes);
    corpus.refresh();
    assertEquals(Set.of("docs/a.md", "docs-notes/b.md"), corpus.articles());
    corpus.index(IndexingOptions.REFRESH.withRebuild(true), notes);
    assertEquals(Set.of("docs/a.md", "docs-notes/b.md"), corpus.articles());
    Files.delete(notes.resolve("b.md"));
    corpus.write("c.md", "开放");
    corpus.index(IndexingOptions.REFRESH.withAllowEmpty(true));
    assertEquals(Set.of("docs/a.md", "docs/c.md"), corpus.articles());
  }

  @Test
  void a_folder_within_a_folder_keeps_what_was_asked_for() throws IOException {
    corpus.write(".gitignore", "drafts/\n");
    corpus.write("a.md", "开源");
    corpus.write("drafts/b.md", "草稿");
    corpus.refresh();
    assertEquals(Set.of("docs/a.md"), corpus.articles());
    corpus.index(IndexingOptions.REFRESH, corpus.docs.resolve("drafts"));
    corpus.refresh();
    assertEquals(Set.of("docs/a.md", "docs/drafts/b.md"), corpus.articles());
  }

  @Test
  void a_single_file_can_be_indexed() throws IOException {
    Path file = corpus.write("a.md", "开源");
    corpus.write("b.md", "许可证");
    corpus.index(IndexingOptions.REFRESH, file);
    assertEquals(Set.of("docs/a.md"), corpus.articles());
    corpus.refresh();
    assertEquals(Set.of("docs/a.md", "docs/b.md"), corpus.articles());
    Files.delete(file);
    corpus.refresh();
    assertEquals(Set.of("docs/b.md"), corpus.articles());
  }

  @Test
  void a_folder_that_is_gone_or_empty_is_refused_unless_it_is_meant() throws IOException {
    Path file = corpus.write("a.md", "开源");
    corpus.refresh();
    Files.delete(file);
    EmptyFolderException empty =
        assertThrows(EmptyFolderException.class, () -> corpus.index(IndexingOptions.REFRESH));
    assertEquals(
        corpus.docs + " holds no article, but the index holds 1 of it; nothing was removed",
        empty.getMessage());
    Files.delete(corpus.docs);
    for (boolean rebuild : List.of(false, true)) {
      IndexingOptions options = IndexingOptions.REFRESH.withRebuild(rebuild);
      EmptyFolderException gone =
          assertThrows(EmptyFolderException.class, () -> corpus.index(options));
      assertEquals(
          corpus.docs + " is gone, but the index holds 1 of it; nothing was removed",
          gone.getMessage());
      assertEquals(corpus.docs, gone.folder());
    }
    assertEquals(Set.of("docs/a.md"), corpus.found("开源"));
    assertEquals("+0 ~0 -1 =0", counts(corpus.index(IndexingOptions.REFRESH.withAllowEmpty(true))));
    assertEquals(Set.of(), corpus.articles());
    assertThrows(NoSuchFileException.class, corpus::refresh);
  }

  @Test
  void the_folder_that_the_index_lies_in_concerns_no_folder_elsewhere(@TempDir Path elsewhere)
      throws IOException {
    corpus.write("a.md", "开源");
    Path notes = Files.createDirectory(elsewhere.toRealPath().resolve("notes"));
    Files.writeString(notes.resolve("b.md"), "笔记");
    corpus.index(IndexingOptions.REFRESH, corpus.index.getParent(), notes);
    Files.move(notes, notes.resolveSibling("moved"));
    IndexingOptions careless = IndexingOptions.REFRESH.withAllowEmpty(true);
    for (IndexingOptions options : List.of(IndexingOptions.REFRESH, careless)) {
      assertEquals("+0 ~0 -0 =1", counts(corpus.index(options, corpus.index.getParent())));
      assertEquals(Set.of("docs/a.md", notes + "/b.md"), corpus.articles());
    }
  }

  @Test
  void a_limit_for_files_is_what_memory_can_hold() throws IOException {
    corpus.write("a.md", "开源");
    for (long wrong : List.of(-1L, Integer.MAX_VALUE - 7L, Long.MAX_VALUE)) {
      assertThrows(
          IllegalArgumentException.class, () -> IndexingOptions.REFRESH.withLargestFile(wrong));
    }
    corpus.index(IndexingOptions.REFRESH.withLargestFile(Integer.MAX_VALUE - 8), corpus.docs);
    assertEquals(Set.of("docs/a.md"), corpus.found("开源"));
  }

  @Test
  void a_folder_that_is_gone_keeps_its_articles_while_the_others_are_followed() throws IOException {
    corpus.write("a.md", "开源");
    Path notes = Files.createDirectory(corpus.docs.resolveSibling("notes"));
    Files.writeString(notes.resolve("b.md"), "笔记");
    corpus.index(IndexingOptions.REFRESH, corpus.docs, notes);
    Path away = Files.move(notes, notes.resolveSibling("away"));
    for (boolean there : List.of(false, true)) {
      if (there) {
        Files.createDirectory(notes);
      }
      corpus.write("a.md", "开放" + there);
      Report report = corpus.index(IndexingOptions.REFRESH);
      assertEquals("+0 ~1 -0 =0", counts(report));
      assertEquals(
          List.of(new Change.Skipped("notes", IndexingProblem.GONE.alone())), report.skipped());
      assertEquals(2, report.articles());
      assertTrue(report.isAnyGone());
    }
    assertThrows(
        EmptyFolderException.class, () -> corpus.index(IndexingOptions.REFRESH.withRebuild(true)));
    Files.delete(notes);
    Files.move(away, notes);
    assertEquals("+0 ~0 -0 =2", counts(corpus.index(IndexingOptions.REFRESH)));
    Files.move(notes, away);
    corpus.index(IndexingOptions.REFRESH.withAllowEmpty(true));
    assertEquals(Set.of("docs/a.md"), corpus.articles());
  }

  @Test
  void a_single_file_that_was_deleted_is_removed_and_no_longer_looked_for() throws IOException {
    Path file = corpus.write("a.md", "开源");
    Path other = corpus.write("b.md", "许可证");
    corpus.index(IndexingOptions.REFRESH, file, other);
    Files.delete(file);
    assertEquals("+0 ~0 -1 =1", counts(corpus.index(IndexingOptions.REFRESH)));
    assertEquals("+0 ~0 -0 =1", counts(corpus.index(IndexingOptions.REFRESH)));
  }

  @Test
  void each_file_is_counted_once() throws IOException {
    corpus.write("a.md", "开源");
    Files.write(corpus.docs.resolve("b.md"), new byte[] {0x7F, 'E', 'L', 'F', 0, 1, 2, 3, 0, 0});
    assertEquals("+1 ~0 -0 =0", counts(corpus.refresh()));
    Report report = corpus.refresh();
    assertEquals("+0 ~0 -0 =1", counts(report));
    assertEquals(1, report.skipped().size());
  }

  @Test
  void a_folder_that_never_was_is_an_error_and_makes_no_index() {
    assertThrows(
        NoSuchFileException.class,
        () -> corpus.index(IndexingOptions.REFRESH, temp.resolve("nowhere")));
    assertTrue(!Files.exists(corpus.index));
  }

  @Test
  void names_of_all_kinds_are_kept() throws IOException {
    List<String> names =
        List.of(
            "with space.md",
            "\"quoted\" 'twice'.md",
            "line\nbreak.md",
            "开源 许可证.md",
            "🐧 penguin 𠮷.md",
            Normalizer.normalize("café.md", Normalizer.Form.NFD),
            Normalizer.normalize("café.md", Normalizer.Form.NFC),
            "back\\slash.md",
            "-n.md",
            "a:b*?.md",
            "folder\nof two lines/inside.md");
    Set<String> expected = new java.util.TreeSet<>();
    for (String name : names) {
      corpus.write(name, "# 企鹅\n\npenguin");
      expected.add("docs/" + name);
    }
    corpus.refresh();
    assertEquals(expected, corpus.found("penguin"));
    ArticlePaths paths = ArticlePaths.of(corpus.index);
    for (String path : corpus.articles()) {
      assertTrue(Files.exists(paths.file(path)), path);
    }
    corpus.index(IndexingOptions.REFRESH, corpus.docs.resolve("folder\nof two lines"));
    assertEquals("+0 ~0 -0 =" + names.size(), counts(corpus.index(IndexingOptions.REFRESH)));
  }

  @Test
  void names_are_kept_in_a_process_whose_locale_has_no_chinese()
      throws IOException, InterruptedException {
    corpus.write("开源.md", "开源");
    corpus.write("许可.md", "许可证");
    corpus.write("草稿/一.md", "草稿");
    corpus.write("无题.txt", "");
    corpus.write(".kaiyuanignore", "草稿\n");
    Process process = IndexingProcess.start(corpus, false, Map.of("LC_ALL", "C"));
    assertEquals("done", process.inputReader().readLine());
    assertEquals(Set.of("docs/开源.md", "docs/许可.md", "docs/无题.txt"), corpus.articles());
    assertEquals(Set.of("docs/无题.txt"), corpus.found("title:无题"));
    assertEquals("+0 ~0 -0 =3", counts(corpus.refresh()));
  }

  @Test
  void a_name_in_another_encoding_is_told() throws IOException {
    corpus.write("a.md", "开源");
    assumeTrue(Charset.forName(System.getProperty("sun.jnu.encoding")).equals(UTF_8));
    for (String gbk : List.of("%BF%AA%D4%B4.md", "%D0%ED%BF%C9.md")) {
      Files.writeString(Path.of(URI.create(corpus.docs.toUri() + gbk)), "许可证");
    }
    Report report = corpus.refresh();
    assertEquals(2, report.skipped().size());
    assertEquals(IndexingProblem.NAME.alone(), report.skipped().getFirst().problem());
    assertEquals(Set.of("docs/a.md"), corpus.articles());
  }

  @Test
  void hidden_files_other_files_and_the_index_itself_are_passed_over() throws IOException {
    corpus.write("a.md", "开源");
    corpus.write(".hidden.md", "隐藏");
    corpus.write(".git/b.md", "隐藏");
    corpus.write("picture.png", "png");
    Path index = corpus.docs.resolve("index");
    for (int run = 0; run < 2; run++) {
      Report report =
          new DirectoryIndexer(index, IndexingOptions.REFRESH)
              .index(List.of(corpus.docs), IndexingProgress.NONE);
      assertEquals(1, report.articles());
      assertEquals(1, report.otherFiles());
      Files.writeString(index.resolve(".note.md"), "note");
    }
  }

  @Test
  void a_dry_run_says_what_would_be_done_and_does_nothing() throws IOException {
    IndexingOptions dry = IndexingOptions.REFRESH.withDryRun(true);
    corpus.write("a.md", "开源");
    assertEquals("+1 ~0 -0 =0", counts(corpus.index(dry, corpus.docs)));
    assertTrue(!Files.exists(corpus.index));
    corpus.refresh();
    corpus.write("a.md", "许可证");
    corpus.write("b.md", "开放");
    assertEquals("+1 ~1 -0 =0", counts(corpus.index(dry, corpus.docs)));
    assertEquals(Set.of("docs/a.md"), corpus.found("开源"));
  }

  @Test
  void what_whoever_listens_throws_ends_the_run_and_comes_through() throws IOException {
    corpus.write("a.md", "开源");
    corpus.refresh();
    for (int i = 0; i < 40; i++) {
      corpus.write("新" + i + ".md", "许可证");
    }
    IndexingProgress stops =
        new IndexingProgress() {
          @Override
          public void done(Change change, long bytes) {
            if (change instanceof Change.Added) {
              throw new CancellationException("够了");
            }
          }
        };
    var indexer = new DirectoryIndexer(corpus.index, IndexingOptions.REFRESH);
    assertThrows(CancellationException.class, () -> indexer.index(List.of(corpus.docs), stops));
    assertEquals(Set.of("docs/a.md"), corpus.articles());
  }

  /** Once, a run may note that a file it had seen right after a change is old now. */
  @Test
  void nothing_is_written_where_nothing_changed() throws IOException {
    corpus.write("a.md", "开源");
    corpus.refresh();
    int written = 0;
    for (int run = 0; run < 4; run++) {
      Set<String> before = files(corpus.index);
      corpus.refresh();
      written += before.equals(files(corpus.index)) ? 0 : 1;
    }
    assertTrue(written <= 1, written + " runs wrote");
  }

  private static Set<String> files(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return Set.copyOf(files.map(file -> file.getFileName().toString()).toList());
    }
  }
}
