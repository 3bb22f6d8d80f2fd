package dev.kaiyuan.cluster.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A record as an object, each component a member. */
final class RecordShape implements Shape {
  private final String name;
  private final Function<Type, Shape> shapes;
  private final RecordComponent[] components;
  private final Map<String, Integer> byName = new HashMap<>();
  private final Constructor<?> constructor;

  /**
   * Makes a shape.
   *
   * @param shapes the shapes of the types of components
   */
  RecordShape(Class<?> type, Function<Type, Shape> shapes) {
    this.shapes = shapes;
    name = type.getSimpleName();
    components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      byName.put(components[i].getName(), i);
      components[i].getAccessor().setAccessible(true);
    }
    try {
      constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every record has this constructor", e);
    }
  }

  @Override
  public void write(Object value, JsonGenerator json) throws IOException {
    json.writeStartObject();
    for (RecordComponent each : components) {
      Object component = component(each, value);
      if (component != null) {
        json.writeFieldName(each.getName());
        shapes.apply(each.getGenericType()).write(component, json);
      }
    }
    json.writeEndObject();
  }

  private static @Nullable Object component(RecordComponent component, Object of) {
    try {
      return component.getAccessor().invoke(of);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("an accessor does not fail", e);
    }
  }

  @Override
  public Object value(JsonParser json) throws IOException {
    Shape.require(JsonToken.START_OBJECT, json);
    @Nullable Object[] values = new Object[components.length];
    while (json.nextToken() != JsonToken.END_OBJECT) {
      Integer at = byName.get(json.currentName());
      json.nextToken();
      if (at == null) {
        json.skipChildren();
      } else {
        values[at] = shapes.apply(components[at].getGenericType()).read(json);
      }
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i] == null ? missing(components[i]) : values[i];
    }
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause();
      throw new MalformedMessageException("no " + name + ": " + cause.getMessage(), cause);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record can be made", e);
    }
  }

  private @Nullable Object missing(RecordComponent component) {
    Class<?> type = component.getType();
    if (!type.isPrimitive()) {
      return shapes.apply(component.getGenericType()).absent();
    }
    if (type == boolean.class) {
      return false;
    }
    return type == long.class ? (Object) 0L : type == float.class ? (Object) 0f : (Object) 0;
  }
}
