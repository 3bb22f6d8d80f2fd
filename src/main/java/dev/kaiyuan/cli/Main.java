package dev.kaiyuan.cli;

import dev.kaiyuan.output.Messages;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
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
    FirstPass typed = FirstPass.over(List.of(args));
    Messages messages = messages(typed, ConfigFile.NONE, around);
    try {
      ConfigFile config = config(typed, around);
      messages = messages(typed, config, around);
      return dispatch(around, out, err, typed, config, messages);
    } catch (Exception | Error e) {
      if (e instanceof Output.Lost lost && lost.isClosedPipe()) {
        return Call.FOUND;
      }
      err.println("kaiyuan: " + Failures.explain(e, typed.words(), messages));
      if (typed.verbose()) {
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
    FirstPass typed = FirstPass.over(words);
    ConfigFile config = config(typed, around);
    int code = dispatch(around, out, err, typed, config, messages(typed, config, around));
    err.flush();
    return code;
  }

  private static int dispatch(
      Surroundings around,
      PrintStream out,
      PrintStream err,
      FirstPass typed,
      ConfigFile config,
      Messages messages)
      throws Exception {
    refuseGarbled(typed.words(), around);
    try {
      Call call = new Call(out, err, around, messages, new SharedOptions());
      return new Dispatch(config, call, Main::attempt).run(typed);
    } finally {
      out.flush();
    }
  }

  private static ConfigFile config(FirstPass typed, Surroundings around) throws IOException {
    return typed.noConfig() ? ConfigFile.NONE : ConfigFile.read(around);
  }

  /** What is typed decides the language, then the config file, then the environment. */
  private static Messages messages(FirstPass typed, ConfigFile config, Surroundings around) {
    String locale = typed.locale() == null ? config.value("--locale") : typed.locale();
    return Messages.in(locale == null ? around.locale() : locale);
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
}
