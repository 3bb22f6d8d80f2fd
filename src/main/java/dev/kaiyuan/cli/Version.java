package dev.kaiyuan.cli;

/** The version of the program. */
final class Version {
  private Version() {}

  static String text() {
    return "kaiyuan " + number() + " (Java " + Runtime.version() + ")";
  }

  static String number() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }
}
