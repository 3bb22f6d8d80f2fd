package dev.kaiyuan.cli;

import dev.kaiyuan.cli.context.CommandException;
import dev.kaiyuan.cli.context.ConfigFile;
import dev.kaiyuan.cli.context.Context;
import dev.kaiyuan.cli.context.Environment;
import dev.kaiyuan.cli.context.ExitCode;
import dev.kaiyuan.cli.context.Failures;
import dev.kaiyuan.cli.context.Output;
import dev.kaiyuan.cli.option.FirstPass;
import dev.kaiyuan.cli.option.SharedOptions;
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
  /** Lucene logs hints to standard error; the strong reference keeps the level set. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  private Main() {}

  /** Runs the program and ends the process with its exit code. */
  public static void main(String[] args) {
    LUCENE.setLevel(Level.OFF);
    // PDFBox logs each irregularity of a file by commons-logging.
    System.setProperty("org.apache.commons.logging.Log", "org.apache.commons.logging.impl.NoOpLog");
    // That one and Jetty find SLF4J, which has nobody to write to, and would say so.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    PrintStream out =
        stream(new Output(new FileOutputStream(FileDescriptor.out)), "stdout.encoding");
    PrintStream err = stream(new FileOutputStream(FileDescriptor.err), "stderr.encoding");
    int code = run(out, err, args);
    // Returning from main ends the process sooner than System.exit does.
    if (code != ExitCode.FOUND) {
      System.exit(code);
    }
  }

  private static PrintStream stream(OutputStream to, String property) {
    Charset charset = Environment.charset(System.getProperty(property, ""));
    return new PrintStream(new BufferedOutputStream(to, 1 << 14), false, charset);
  }

  /**
   * Runs the program in this process.
   *
   * @param out standard output, for results
   * @param err standard error, for everything else
   * @param args the command line without the name of the program
   * @return 0 if something was found or done, 1 if nothing was found, 2 after wrong use, bad input
   *     or a failure
   */
  public static int run(PrintStream out, PrintStream err, String... args) {
    return run(Environment.ofProcess(), out, err, args);
  }

  static int run(Environment environment, PrintStream out, PrintStream err, String... args) {
    FirstPass typed = FirstPass.over(List.of(args));
    Messages messages = messages(typed, ConfigFile.NONE, environment);
    try {
      ConfigFile config = config(typed, environment);
      if (config.value("--locale") != null) {
        messages = messages(typed, config, environment);
      }
      return dispatch(environment, out, err, typed, config, messages);
    } catch (Exception | Error e) {
      if (e instanceof Output.Lost lost && lost.isClosedPipe()) {
        return ExitCode.FOUND;
      }
      err.println("kaiyuan: " + Failures.explain(e, typed.words(), messages));
      if (typed.verbose()) {
        e.printStackTrace(err);
      }
      return ExitCode.FAILED;
    } finally {
      err.flush();
    }
  }

  /**
   * Runs the program for another process.
   *
   * @throws Exception if it fails; then nothing was said about the failure
   */
  static int attempt(Environment environment, PrintStream out, PrintStream err, List<String> words)
      throws Exception {
    FirstPass typed = FirstPass.over(words);
    ConfigFile config = config(typed, environment);
    int code = dispatch(environment, out, err, typed, config, messages(typed, config, environment));
    err.flush();
    return code;
  }

  private static int dispatch(
      Environment environment,
      PrintStream out,
      PrintStream err,
      FirstPass typed,
      ConfigFile config,
      Messages messages)
      throws Exception {
    refuseGarbled(typed.words(), environment);
    try {
      Context context = new Context(out, err, environment, messages, new SharedOptions());
      return new Dispatch(config, context, Main::attempt).run(typed);
    } finally {
      out.flush();
    }
  }

  private static ConfigFile config(FirstPass typed, Environment environment) throws IOException {
    return typed.noConfig() ? ConfigFile.NONE : ConfigFile.read(environment);
  }

  /** The command line decides the language, then the config file, then the environment. */
  private static Messages messages(FirstPass typed, ConfigFile config, Environment environment) {
    String locale = typed.locale() == null ? config.value("--locale") : typed.locale();
    return Messages.in(locale == null ? environment.locale() : locale);
  }

  /** In a locale without Chinese, Java has replaced Chinese characters in the arguments. */
  private static void refuseGarbled(List<String> words, Environment environment) {
    Object encoding = environment.properties().get("sun.jnu.encoding");
    for (String word : words) {
      if (word.indexOf('\uFFFD') >= 0 && encoding != null && !encoding.equals("UTF-8")) {
        throw new CommandException("error.encoding", encoding);
      }
    }
  }
}
