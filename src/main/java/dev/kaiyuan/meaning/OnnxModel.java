package dev.kaiyuan.meaning;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** A model in ONNX's format, ready to run; the only class that knows the runtime. Thread-safe. */
final class OnnxModel {
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final boolean firstToken;

  private OnnxModel(OrtEnvironment environment, OrtSession session, boolean firstToken) {
    this.environment = environment;
    this.session = session;
    this.firstToken = firstToken;
  }

  /**
   * Writes a model as it is loaded fastest.
   *
   * @param model the model as it is published
   * @param to the file to write
   */
  static void optimize(byte[] model, Path to) throws IOException {
    try (OrtSession.SessionOptions options = options()) {
      // Beyond this level a model may be good for the processor alone that it was made on.
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.EXTENDED_OPT);
      options.setOptimizedModelFilePath(to.toString());
      options.addConfigEntry("session.save_model_format", "ORT");
      environment().createSession(model, options).close();
    } catch (OrtException e) {
      throw new IOException(e);
    }
  }

  /**
   * Loads a model. Its weights are mapped, and used as they lie there: packing them anew at each
   * start takes longer than a query, and gains next to nothing.
   *
   * @param file what {@link #optimize} wrote
   * @param firstToken whether a text's vector is that of its first token, and not the mean of all
   * @throws IOException if it is no model
   */
  static OnnxModel load(Path file, boolean firstToken) throws IOException {
    try (OrtSession.SessionOptions options = options()) {
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.NO_OPT);
      options.addConfigEntry("session.load_model_format", "ORT");
      options.addConfigEntry("session.use_memory_mapped_ort_model", "1");
      options.addConfigEntry("session.use_ort_model_bytes_for_initializers", "1");
      options.addConfigEntry("session.disable_prepacking", "1");
      OrtEnvironment environment = environment();
      OrtSession session = environment.createSession(file.toString(), options);
      return new OnnxModel(environment, session, firstToken);
    } catch (OrtException e) {
      throw new IOException(e);
    }
  }

  private static OrtEnvironment environment() throws IOException {
    try {
      return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "kaiyuan");
    } catch (LinkageError e) {
      throw new IOException(e); // its native library is damaged, or not for this system
    }
  }

  private static OrtSession.SessionOptions options() throws OrtException {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    // Who wants more threads calls from more: the runtime's own scale worse.
    options.setIntraOpNumThreads(1);
    return options;
  }

  /** Returns the vector of a text, as long as 1, for the ids of its tokens. */
  float[] embed(long[] ids) throws IOException {
    long[] shape = {1, ids.length};
    long[] ones = new long[ids.length];
    Arrays.fill(ones, 1);
    try (OnnxTensor tokens = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
        OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
        OnnxTensor types =
            OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape)) {
      Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
      inputs.put("input_ids", tokens);
      inputs.put("attention_mask", mask);
      inputs.put("token_type_ids", types);
      try (OrtSession.Result result = session.run(inputs)) {
        OnnxTensor hidden = (OnnxTensor) result.get(0);
        int dimensions = (int) hidden.getInfo().getShape()[2];
        return pooled(hidden.getFloatBuffer(), dimensions, firstToken ? 1 : ids.length);
      }
    } catch (OrtException e) {
      throw new IOException(e);
    }
  }

  /** The mean of the first tokens' vectors, made as long as 1. */
  private static float[] pooled(FloatBuffer hidden, int dimensions, int tokens) {
    float[] sum = new float[dimensions];
    for (int token = 0; token < tokens; token++) {
      for (int i = 0; i < dimensions; i++) {
        sum[i] += hidden.get(token * dimensions + i);
      }
    }
    double square = 0;
    for (float each : sum) {
      square += each * each;
    }
    float scale = (float) (1 / Math.sqrt(square));
    for (int i = 0; i < dimensions; i++) {
      sum[i] *= scale;
    }
    return sum;
  }
}
