package dev.kaiyuan.document.office;

import dev.kaiyuan.document.reader.ArticleWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** To which other parts a part of an Office Open XML archive refers; never to what lies outside. */
final class Relations {
  private record Relation(String type, String target) {}

  private final Map<String, Relation> byId = new LinkedHashMap<>();

  /** Reads the relations of a part; of the archive itself with an empty name. */
  static Relations of(ZipArchive archive, String part, ArticleWriter work) throws IOException {
    Relations relations = new Relations();
    int slash = part.lastIndexOf('/') + 1;
    String file = part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
    if (archive.has(file)) {
      Xml.read(
          archive,
          file,
          work,
          element -> {
            String id = element.get("Id");
            String type = element.get("Type");
            String target = element.get("Target");
            if (id != null
                && type != null
                && target != null
                && !"External".equals(element.get("TargetMode"))) {
              relations.byId.put(id, new Relation(type, EntryPath.resolve(part, target)));
            }
          });
    }
    return relations;
  }

  /** Returns the part with an identifier, or null. */
  @Nullable String target(@Nullable String id) {
    Relation relation = id == null ? null : byId.get(id);
    return relation == null ? null : relation.target;
  }

  /** Returns the parts of a type, named by the last part of its address. */
  List<String> ofType(String type) {
    List<String> targets = new ArrayList<>();
    for (Relation relation : byId.values()) {
      if (relation.type.endsWith("/" + type)) {
        targets.add(relation.target);
      }
    }
    return targets;
  }
}
