package dev.kaiyuan.meaning;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a model is made of, as jars hold it and as it is loaded: runtime, weights, vocabulary. */
final class ModelFiles {
  private static final String RUNTIME = "onnxruntime";
  private static final List<String> LIBRARIES = List.of(RUNTIME, "onnxruntime4j_jni");

  private final UnpackedFiles files;

  ModelFiles(UnpackedFiles files) {
    this.files = files;
  }

  /**
   * A model that is ready.
   *
   * @param weights runs it
   * @param tokens cuts a text into its tokens
   */
  record Ready(OnnxModel weights, WordPiece tokens) {}

  /** Returns what tells a model from others, without loading it. */
  int version(EmbeddingModel model) throws ModelException {
    return weights(model).crc();
  }

  private UnpackedFiles.Resource weights(EmbeddingModel model) throws ModelException {
    return files.resource(model.resource() + ".onnx");
  }

  Ready read(EmbeddingModel model) throws ModelException {
    try {
      Class.forName("ai.onnxruntime.OrtEnvironment", false, ModelFiles.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new ModelException(ModelException.Problem.MISSING, RUNTIME, e);
    }
    UnpackedFiles.Resource weights = weights(model); // A missing model is told first.
    String runtime = unpackRuntime();
    try {
      return load(model, weights, runtime, files::file);
    } catch (DamagedFileException e) {
      try {
        return load(model, weights, runtime, files::remade);
      } catch (DamagedFileException again) {
        again.addSuppressed(e);
        throw new ModelException(ModelException.Problem.DAMAGED, again.getMessage(), again);
      }
    }
  }

  /** A file of the cache is not what was written there. */
  private static final class DamagedFileException extends IOException {
    private static final long serialVersionUID = 1;

    DamagedFileException(Path folder, Exception cause) {
      super(folder.toString(), cause);
    }
  }

  /** Where a file of the cache comes from: it is there, or it is made. */
  private interface Source {
    Path file(String folder, String name, UnpackedFiles.Maker maker) throws ModelException;
  }

  private Ready load(
      EmbeddingModel model, UnpackedFiles.Resource weights, String runtime, Source source)
      throws ModelException, DamagedFileException {
    String name = model.resource();
    UnpackedFiles.Resource tokenizer = files.resource(name + "-tokenizer.json");
    String folder = "%s-%x".formatted(name, weights.crc());
    Path vocabulary = source.file(folder, "vocabulary", to -> copyTokens(tokenizer, to));
    Path optimized = source.file(folder, runtime + ".ort", to -> optimize(weights, to));
    try {
      return new Ready(
          OnnxModel.load(optimized, model.usesFirstToken()),
          new WordPiece(readTokens(vocabulary), model.keepsAccents()));
    } catch (IOException | IllegalArgumentException e) {
      throw new DamagedFileException(optimized.getParent(), e);
    }
  }

  /** Reads the tokens behind their number. */
  private static List<String> readTokens(Path vocabulary) throws IOException {
    List<String> lines = Files.readAllLines(vocabulary);
    List<String> tokens = lines.subList(Math.min(1, lines.size()), lines.size());
    if (lines.isEmpty() || !lines.getFirst().equals(String.valueOf(tokens.size()))) {
      throw new IOException(vocabulary + " is cut off");
    }
    return tokens;
  }

  /** Lets the runtime find its native libraries; returns the name of their folder. */
  private String unpackRuntime() throws ModelException {
    String platform = platform();
    Path folder = null;
    for (String library : LIBRARIES) {
      String file = System.mapLibraryName(library);
      UnpackedFiles.Resource resource;
      try {
        resource = files.resource("ai/onnxruntime/native/" + platform + "/" + file);
      } catch (ModelException e) {
        throw new ModelException(ModelException.Problem.UNSUPPORTED, platform, e);
      }
      if (folder == null) {
        folder = Path.of("%s-%s-%x".formatted(RUNTIME, platform, resource.crc()));
      }
      files.copy(resource, folder.toString(), file);
    }
    if (System.getProperty("onnxruntime.native.path") == null) {
      System.setProperty("onnxruntime.native.path", files.folder(folder.toString()).toString());
    }
    return folder.toString();
  }

  /** The name that the runtime gives to the system and processor it runs on. */
  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String name = system.startsWith("mac") ? "osx" : system.startsWith("win") ? "win" : "linux";
    String processor = System.getProperty("os.arch");
    return name + "-" + (processor.equals("amd64") ? "x64" : processor);
  }

  /** What the runtime makes of a model before it runs it, it does here once for all. */
  private static void optimize(UnpackedFiles.Resource weights, Path to) throws IOException {
    byte[] model;
    try (InputStream in = weights.url().openStream()) {
      model = in.readAllBytes();
    }
    try {
      OnnxModel.optimize(model, to);
    } catch (IOException e) {
      throw new ModelException(ModelException.Problem.DAMAGED, weights.url().toString(), e);
    }
  }

  /** Writes the tokens of a tokenizer: their number, then one a line, in the order of their ids. */
  private static void copyTokens(UnpackedFiles.Resource tokenizer, Path to) throws IOException {
    Map<Integer, String> tokens = new TreeMap<>();
    try (InputStream in = tokenizer.url().openStream();
        JsonParser json = new JsonFactory().createParser(in)) {
      boolean inside = false;
      for (JsonToken token; (token = json.nextToken()) != null; ) {
        if (inside && token == JsonToken.END_OBJECT) {
          break;
        }
        if (inside && token == JsonToken.VALUE_NUMBER_INT) {
          tokens.put(json.getIntValue(), json.currentName());
        }
        inside |= token == JsonToken.START_OBJECT && "vocab".equals(json.currentName());
      }
    }
    Files.writeString(to, tokens.size() + "\n" + String.join("\n", tokens.values()));
  }
}
