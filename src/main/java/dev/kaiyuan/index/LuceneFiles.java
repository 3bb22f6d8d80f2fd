package dev.kaiyuan.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;

/** A directory that shows only the files of an index, so that Lucene trips over no others. */
class LuceneFiles extends FilterDirectory {
  private static final Set<String> ENDINGS =
      Set.of(
          "si", "cfs", "cfe", "fnm", "fdm", "fdt", "fdx", "tvd", "tvm", "tvx", "doc", "pos", "pay",
          "tim", "tip", "tmd", "psm", "nvd", "nvm", "dvd", "dvm", "dvs", "kdd", "kdi", "kdm", "liv",
          "tmp", "vec", "vem", "vex");

  private static final List<String> COMMITS =
      List.of(IndexFileNames.SEGMENTS + "_", IndexFileNames.PENDING_SEGMENTS + "_");

  LuceneFiles(Directory directory) {
    super(directory);
  }

  @Override
  public String[] listAll() throws IOException {
    List<String> own = new ArrayList<>();
    for (String name : super.listAll()) {
      if (contains(name)) {
        own.add(name);
      }
    }
    return own.toArray(new String[0]);
  }

  /** Whether Lucene made a file of this name for an index; its lock is none. */
  static boolean contains(String name) {
    for (String commit : COMMITS) {
      if (name.startsWith(commit)) {
        return isNumber(name, commit.length(), name.length());
      }
    }
    int dot = name.lastIndexOf('.');
    if (dot < 2 || name.charAt(0) != '_' || !ENDINGS.contains(name.substring(dot + 1))) {
      return false;
    }
    int next = name.indexOf('_', 1);
    return isNumber(name, 1, next < 0 ? dot : Math.min(next, dot));
  }

  /** Whether part of a name is a number to the base of 36. */
  private static boolean isNumber(String name, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = name.charAt(i);
      if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'z')) {
        return false;
      }
    }
    return start < end;
  }
}
