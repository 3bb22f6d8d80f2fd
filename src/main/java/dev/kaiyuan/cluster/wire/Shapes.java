package dev.kaiyuan.cluster.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.kaiyuan.document.FileProblem;
import dev.kaiyuan.document.LineMap;
import dev.kaiyuan.index.folder.IndexingProblem;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The shapes of types. By hand, because it takes no library but the parser that printers use, and
 * knows only the few kinds of types that messages are made of.
 */
final class Shapes {
  private static final Map<Type, Shape> KNOWN = new ConcurrentHashMap<>();

  static {
    KNOWN.put(String.class, text(text -> text));
    Shape whole =
        scalar(JsonParser::getIntValue, (value, json) -> json.writeNumber((Integer) value));
    KNOWN.put(int.class, whole);
    KNOWN.put(Integer.class, whole);
    Shape large = scalar(JsonParser::getLongValue, (value, json) -> json.writeNumber((Long) value));
    KNOWN.put(long.class, large);
    KNOWN.put(Long.class, large);
    Shape real =
        scalar(JsonParser::getFloatValue, (value, json) -> json.writeNumber((Float) value));
    KNOWN.put(float.class, real);
    KNOWN.put(Float.class, real);
    KNOWN.put(
        boolean.class,
        scalar(JsonParser::getBooleanValue, (value, json) -> json.writeBoolean((Boolean) value)));
    KNOWN.put(
        byte[].class,
        scalar(JsonParser::getBinaryValue, (value, json) -> json.writeBinary((byte[]) value)));
    KNOWN.put(LocalDate.class, text(LocalDate::parse));
    KNOWN.put(Duration.class, text(Duration::parse));
    KNOWN.put(
        FileProblem.class,
        scalar(
            json -> IndexingProblem.read(json.getText()),
            (value, json) -> json.writeString(IndexingProblem.stored((FileProblem) value))));
    KNOWN.put(
        LineMap.class,
        scalar(
            json -> ((Lines) of(Lines.class).value(json)).map(),
            (value, json) -> of(Lines.class).write(Lines.of((LineMap) value), json)));
  }

  private Shapes() {}

  /** Returns the shape of a type that messages are made of. */
  static Shape of(Type type) {
    Shape known = KNOWN.get(type);
    if (known == null) {
      known = made(type);
      KNOWN.put(type, known);
    }
    return known;
  }

  private static Shape made(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      return generic.getRawType() == Map.class
          ? new Members(arguments[1])
          : new Elements(arguments[0], generic.getRawType() == List.class);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      return new RecordShape(plain, Shapes::of);
    }
    if (plain.isEnum()) {
      return text(name -> constant(plain, name));
    }
    throw new IllegalArgumentException("messages are not made of " + type);
  }

  private static Object constant(Class<?> type, String name) {
    for (Object each : type.getEnumConstants()) {
      if (((Enum<?>) each).name().equals(name)) {
        return each;
      }
    }
    throw new IllegalArgumentException(type.getSimpleName() + " has no " + name);
  }

  private interface Reader {
    Object read(JsonParser json) throws IOException;
  }

  private interface Writer {
    void write(Object value, JsonGenerator json) throws IOException;
  }

  private static Shape scalar(Reader reader, Writer writer) {
    return new Shape() {
      @Override
      public void write(Object value, JsonGenerator json) throws IOException {
        writer.write(value, json);
      }

      @Override
      public Object value(JsonParser json) throws IOException {
        return reader.read(json);
      }
    };
  }

  private interface Parser {
    Object parse(String text);
  }

  /** A value that is written as a string: by its name, if it is a constant of an enum. */
  private static Shape text(Parser parser) {
    return scalar(
        json -> {
          Shape.require(JsonToken.VALUE_STRING, json);
          return parser.parse(json.getText());
        },
        (value, json) ->
            json.writeString(value instanceof Enum<?> each ? each.name() : value.toString()));
  }

  /** A list or a set. */
  private static final class Elements implements Shape {
    private final Type element;
    private final boolean list;

    Elements(Type element, boolean list) {
      this.element = element;
      this.list = list;
    }

    @Override
    public void write(Object value, JsonGenerator json) throws IOException {
      Shape shape = of(element);
      json.writeStartArray();
      for (Object each : (Iterable<?>) value) {
        shape.write(each, json);
      }
      json.writeEndArray();
    }

    @Override
    public Object value(JsonParser json) throws IOException {
      Shape.require(JsonToken.START_ARRAY, json);
      Shape shape = of(element);
      List<Object> values = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        values.add(shape.value(json));
      }
      return list ? values : new LinkedHashSet<>(values);
    }

    @Override
    public Object absent() {
      return list ? List.of() : new LinkedHashSet<>();
    }
  }

  /** A map whose keys are strings. */
  private static final class Members implements Shape {
    private final Type member;

    Members(Type member) {
      this.member = member;
    }

    @Override
    public void write(Object value, JsonGenerator json) throws IOException {
      Shape shape = of(member);
      json.writeStartObject();
      for (Map.Entry<?, ?> each : ((Map<?, ?>) value).entrySet()) {
        json.writeFieldName((String) each.getKey());
        shape.write(each.getValue(), json);
      }
      json.writeEndObject();
    }

    @Override
    public Object value(JsonParser json) throws IOException {
      Shape.require(JsonToken.START_OBJECT, json);
      Shape shape = of(member);
      Map<String, Object> values = new LinkedHashMap<>();
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String name = json.currentName();
        json.nextToken();
        values.put(name, shape.value(json));
      }
      return values;
    }

    @Override
    public Object absent() {
      return Map.of();
    }
  }
}
