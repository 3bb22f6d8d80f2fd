package dev.kaiyuan.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** The person who runs the program, and the machine: {@code ann@laptop}. */
final class Person {
  /** Linux tells the name here without a look at the network, which may take seconds. */
  private static final Path HOST = Path.of("/proc/sys/kernel/hostname");

  private static final String NAME = System.getProperty("user.name", "") + "@" + host();

  private Person() {}

  static String name() {
    return NAME;
  }

  private static String host() {
    try {
      return Files.isReadable(HOST)
          ? Files.readString(HOST).strip()
          : InetAddress.getLocalHost().getHostName();
    } catch (IOException e) {
      return "localhost"; // The machine has no name that can be read or that the network knows.
    }
  }
}
