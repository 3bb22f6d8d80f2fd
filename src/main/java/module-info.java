/** Full-text search for people who read and write in Chinese and English. */
@org.jspecify.annotations.NullMarked
module dev.kaiyuan {
  requires static transitive org.jspecify;
  requires org.commonmark;
  requires org.commonmark.ext.footnotes;
  requires org.commonmark.ext.gfm.strikethrough;
  requires org.commonmark.ext.gfm.tables;
  requires org.jsoup;
  requires org.snakeyaml.engine;
  requires com.github.albfernandez.juniversalchardet;
  requires transitive org.apache.lucene.core;
  requires org.apache.lucene.analysis.common;
  requires java.logging;
  requires java.net.http;
  requires java.xml;
  requires static org.apache.fontbox;
  requires static apache.mime4j.core;
  requires static org.apache.pdfbox;
  requires static org.apache.pdfbox.io;
  requires static com.fasterxml.jackson.core;
  requires static com.microsoft.onnxruntime;
  requires static info.picocli;
  requires static org.eclipse.jetty.server;
  requires static org.jline.reader;
  requires static org.jline.terminal;
  requires static org.objectweb.asm;

  exports dev.kaiyuan.analysis;
  exports dev.kaiyuan.analysis.segmenter;
  exports dev.kaiyuan.analysis.translation;
  exports dev.kaiyuan.cluster;
  exports dev.kaiyuan.document;
  exports dev.kaiyuan.document.reader;
  exports dev.kaiyuan.eval;
  exports dev.kaiyuan.index;
  exports dev.kaiyuan.index.folder;
  exports dev.kaiyuan.meaning;
  exports dev.kaiyuan.search;
  exports dev.kaiyuan.search.limit;
  exports dev.kaiyuan.search.snippet;

  uses dev.kaiyuan.document.reader.FormatReader;
  uses dev.kaiyuan.search.SearchedIndexProvider;

  provides dev.kaiyuan.search.SearchedIndexProvider with
      dev.kaiyuan.cluster.ClusterIndexProvider;
  provides dev.kaiyuan.document.reader.FormatReader with
      dev.kaiyuan.document.mail.MailReader,
      dev.kaiyuan.document.markup.MarkupReader,
      dev.kaiyuan.document.office.OfficeReader,
      dev.kaiyuan.document.office.RtfReader,
      dev.kaiyuan.document.pdf.PdfReader,
      dev.kaiyuan.document.recording.NotebookReader,
      dev.kaiyuan.document.recording.SubtitleReader;

  opens dev.kaiyuan.cli to
      info.picocli;
}
