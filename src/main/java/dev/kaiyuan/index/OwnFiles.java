package dev.kaiyuan.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;

/** A folder of which Lucene sees only its own files, so that it trips over no others. */
class OwnFiles extends FilterDirectory {
  OwnFiles(Directory directory) {
    super(directory);
  }

  @Override
  public String[] listAll() throws IOException {
    List<String> own = new ArrayList<>();
    for (String name : super.listAll()) {
      if (IndexFiles.isOurs(name)) {
        own.add(name);
      }
    }
    return own.toArray(new String[0]);
  }
}
