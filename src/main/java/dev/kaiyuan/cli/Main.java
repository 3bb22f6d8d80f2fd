package dev.kaiyuan.cli;

import dev.kaiyuan.output.Messages;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The program {@code kaiyuan}. */
public final class Main {
  /** Lucene logs to standard error how it might be quicker; a strong reference keeps it quiet. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  private Main() {}

  /** Runs the program and ends the process with its exit code. */
  public static void main(String[] args) {
    LUCENE.setLevel(Level.OFF);
    // So does PDFBox, of each oddity of a file, by a library that is told so.
    System.setProperty("org.apache.commons.logging.Log", "org.apache.commons.logging.impl.NoOpLog");
    PrintStream out =
        stream(new Output(new FileOutputStream(FileDescriptor.out)), "stdout.encoding");
    PrintStream err = stream(new FileOutputStream(FileDescriptor.err), "stderr.encoding");
    int code = run(out, err, args);
    // Where all went well the end of this is the end of the process, and sooner.
    if (code != Call.FOUND) {
      System.exit(code);
    }
  }

  private static PrintStream stream(OutputStream to, String property) {
    Charset charset = Surroundings.charset(System.getProperty(property, ""));
    return new PrintStream(new BufferedOutputStream(to, 1 << 14), false, charset);
  }

  /**
   * Runs the program in this process.
   *
   * @param out takes results
   * @param err takes everything else
   * @param args what was typed, the program's name excluded
   * @return 0 if something was found or done, 1 if nothing was found, 2 after wrong use, bad input
   *     or a failure
   */
  public static int run(PrintStream out, PrintStream err, String... args) {
    return run(Surroundings.ofProcess(), out, err, args);
  }

  static int run(Surroundings around, PrintStream out, PrintStream err, String... args) {
    List<String> words = List.of(args);
    Messages messages = Messages.in(locale(words, around.locale()));
    boolean verbose = words.contains("--verbose");
    ConfigFile config = ConfigFile.NONE;
    try {
      config = ConfigFile.read(around, words);
      messages = messages(words, config, around);
      return dispatch(around, out, err, words, config, messages);
    } catch (Exception | Error e) {
      if (e instanceof Output.Lost lost && lost.isClosedPipe()) {
        return Call.FOUND;
      }
      if (e instanceof CommandException mistake) {
        config.trace(mistake, words);
      }
      err.println("kaiyuan: " + Failures.explain(e, words, messages));
      if (verbose) {
        e.printStackTrace(err);
      }
      return Call.FAILED;
    } finally {
      err.flush();
    }
  }

  /**
   * Runs the program for somebody who is answered only if all goes well.
   *
   * @throws Exception if anything does not; nothing is said of it
   */
  static int attempt(Surroundings around, PrintStream out, PrintStream err, List<String> words)
      throws Exception {
    ConfigFile config = ConfigFile.read(around, words);
    int code = dispatch(around, out, err, words, config, messages(words, config, around));
    err.flush();
    return code;
  }

  private static int dispatch(
      Surroundings around,
      PrintStream out,
      PrintStream err,
      List<String> words,
      ConfigFile config,
      Messages messages)
      throws Exception {
    refuseGarbled(words, around);
    try {
      Call call = new Call(out, err, around, messages, new SharedOptions());
      return Dispatch.run(words, config, call);
    } finally {
      out.flush();
    }
  }

  private static Messages messages(List<String> words, ConfigFile config, Surroundings around) {
    String configured = config.value("--locale");
    return Messages.in(locale(words, configured == null ? around.locale() : configured));
  }

  /** Where the locale has no Chinese, Java has lost it from the arguments before this is run. */
  private static void refuseGarbled(List<String> words, Surroundings around) {
    Object encoding = around.properties().get("sun.jnu.encoding");
    for (String word : words) {
      if (word.indexOf('\uFFFD') >= 0 && encoding != null && !encoding.equals("UTF-8")) {
        throw new CommandException("error.encoding", encoding);
      }
    }
  }

  /** The option is looked for before all others: a mistake in those is told in its language. */
  private static String locale(List<String> words, String otherwise) {
    String name = "--locale";
    for (int p = 0; p < words.size() && !words.get(p).equals("--"); p++) {
      if (words.get(p).equals(name) && p + 1 < words.size()) {
        return words.get(p + 1);
      }
      if (words.get(p).startsWith(name + "=")) {
        return words.get(p).substring(name.length() + 1);
      }
    }
    return otherwise;
  }
}
