package dev.kaiyuan.opensearch.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kaiyuan.cluster.wire.Wire;
import dev.kaiyuan.cluster.wire.WireDocument;
import dev.kaiyuan.document.UnreadableFileException;
import dev.kaiyuan.document.reader.ArticleReader;
import dev.kaiyuan.index.CommitData;
import dev.kaiyuan.index.IndexSchema;
import dev.kaiyuan.index.IndexedFiles;
import dev.kaiyuan.index.folder.ArticlePaths;
import dev.kaiyuan.index.folder.FileStamp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/** Fills an index in a cluster with the files of a folder's index. */
final class Copy {
  private static final int BULK = 4 << 20;

  private final TestCluster cluster;
  private final String name;
  private final UnaryOperator<byte[]> vectors;

  private Copy(TestCluster cluster, String name, UnaryOperator<byte[]> vectors) {
    this.cluster = cluster;
    this.name = name;
    this.vectors = vectors;
  }

  /** Creates an index that holds what another does. */
  static void of(Path folderIndex, TestCluster cluster, String name, int shards, int replicas)
      throws IOException {
    of(folderIndex, cluster, name, shards, replicas, UnaryOperator.identity());
  }

  /** Creates an index that holds what another does, but with other vectors. */
  static void of(
      Path folderIndex,
      TestCluster cluster,
      String name,
      int shards,
      int replicas,
      UnaryOperator<byte[]> vectors)
      throws IOException {
    new Copy(cluster, name, vectors).fill(folderIndex, shards, replicas);
  }

  private void fill(Path folderIndex, int shards, int replicas) throws IOException {
    ArticlePaths paths = ArticlePaths.of(folderIndex);
    try (FSDirectory directory = FSDirectory.open(folderIndex);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      CommitData data = CommitData.of(reader);
      cluster.require("PUT", "/" + name, creation(data, shards, replicas));
      ByteArrayOutputStream bulk = new ByteArrayOutputStream();
      for (IndexedFiles.File file : IndexedFiles.behind(reader, "", null, Integer.MAX_VALUE)) {
        byte[] made = vectors(reader, file.path());
        add(bulk, file, root(data, file.path()), paths.file(file.path()), made);
      }
      for (String root : data.roots()) {
        if (root.startsWith("/")) {
          for (IndexedFiles.File file :
              IndexedFiles.behind(reader, root, null, Integer.MAX_VALUE)) {
            byte[] made = vectors(reader, file.path());
            add(bulk, file, root, paths.file(file.path()), made);
          }
        }
      }
      send(bulk);
    }
    cluster.require("POST", "/" + name + "/_refresh", "");
    cluster.require(
        "GET",
        "/_cluster/health/"
            + name
            + "?wait_for_no_initializing_shards=true&wait_for_status="
            + (replicas > 0 ? "green" : "yellow"),
        "");
  }

  static String creation(CommitData data, int shards, int replicas) {
    String values =
        data.values().entrySet().stream()
            .map(each -> json(each.getKey()) + ":" + json(each.getValue()))
            .collect(Collectors.joining(","));
    return """
        {"settings":{"index":{"number_of_shards":%d,"number_of_replicas":%d}},
        "mappings":{"dynamic":"strict","_source":{"enabled":false},"_meta":{"kaiyuan":{%s}},
        "properties":{"article":{"type":"kaiyuan_article"}}}}"""
        .formatted(shards, replicas, values);
  }

  private static String root(CommitData data, String path) {
    return data.roots().stream()
        .filter(root -> ArticlePaths.contains(root, path))
        .max(java.util.Comparator.comparingInt(String::length))
        .orElse("");
  }

  private static byte[] vectors(DirectoryReader reader, String path) throws IOException {
    TermQuery query = new TermQuery(new Term(IndexSchema.PATH, path));
    int doc = new IndexSearcher(reader).search(query, 1).scoreDocs[0].doc;
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
    BinaryDocValues stored = DocValues.getBinary(leaf.reader(), IndexSchema.VECTORS);
    return stored.advanceExact(doc - leaf.docBase)
        ? BytesRef.deepCopyOf(stored.binaryValue()).bytes
        : null;
  }

  private void add(
      ByteArrayOutputStream bulk, IndexedFiles.File file, String root, Path at, byte[] made)
      throws IOException {
    FileStamp stamp = new FileStamp(Files.size(at), file.stamp());
    WireDocument document =
        new WireDocument(
            file.path(),
            root,
            stamp,
            file.hash(),
            file.skipped() == null ? article(file.path(), at) : null,
            file.skipped(),
            made == null ? null : vectors.apply(made));
    String id = json(WireDocument.id(file.path()));
    bulk.writeBytes(("{\"index\":{\"_id\":" + id + "}}\n{\"article\":").getBytes(UTF_8));
    bulk.writeBytes(Wire.write(document));
    bulk.writeBytes("}\n".getBytes(UTF_8));
    if (bulk.size() > BULK) {
      send(bulk);
    }
  }

  private static dev.kaiyuan.document.Article article(String path, Path at) throws IOException {
    try {
      return new ArticleReader().read(path, Files.readAllBytes(at));
    } catch (UnreadableFileException e) {
      throw new AssertionError(path, e);
    }
  }

  private void send(ByteArrayOutputStream bulk) throws IOException {
    if (bulk.size() > 0) {
      String answer = cluster.require("POST", "/" + name + "/_bulk", bulk.toString(UTF_8));
      if (answer.contains("\"errors\":true")) {
        throw new AssertionError(answer.substring(0, Math.min(2000, answer.length())));
      }
      bulk.reset();
    }
  }

  private record Text(Map<String, String> of) {}

  private static String json(String text) {
    String map = new String(Wire.write(new Text(Map.of("", text))), UTF_8);
    return map.substring("{\"of\":{\"\":".length(), map.length() - 2);
  }
}
