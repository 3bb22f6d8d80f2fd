package dev.kaiyuan.cli.context;

/** The version of the program. */
public final class Version {
  private Version() {}

  public static String text() {
    return "kaiyuan " + number() + " (Java " + Runtime.version() + ")";
  }

  public static String number() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }
}
