package dev.kaiyuan.document.metadata;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.constructor.ConstructYamlNull;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.Schema;

/** Takes the values of YAML as they are written: 3.10 is a version, not a number. */
final class WrittenScalars implements Schema {
  @Override
  public ScalarResolver getScalarResolver() {
    return (value, plain) -> plain && isNull(value) ? Tag.NULL : Tag.STR;
  }

  private static boolean isNull(String value) {
    return value.isEmpty() || value.equals("~") || value.equalsIgnoreCase("null");
  }

  @Override
  public Map<Tag, ConstructNode> getSchemaTagConstructors() {
    Map<Tag, ConstructNode> constructors = new HashMap<>();
    constructors.put(Tag.NULL, new ConstructYamlNull());
    for (Tag tag : List.of(Tag.BINARY, Tag.INT, Tag.FLOAT, Tag.BOOL)) {
      constructors.put(tag, WrittenScalars::written);
    }
    return constructors;
  }

  private static Object written(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }
}
