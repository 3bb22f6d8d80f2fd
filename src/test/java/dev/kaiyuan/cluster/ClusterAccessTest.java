package dev.kaiyuan.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.cli.Typed;
import dev.kaiyuan.cli.Typed.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Who asks a cluster proves it, and so does the cluster; nobody else sees a secret. */
class ClusterAccessTest {
  private static final String BASIC =
      "Basic " + Base64.getEncoder().encodeToString("安:q/w+é:r".getBytes(UTF_8));

  @TempDir Path folder;
  private Typed person;

  @BeforeEach
  void anIndex() {
    person = new Typed(folder).file("notes/a.md", "# 许可证\n");
    person.run("index", "notes");
  }

  private Answer search(FolderNode node, String scheme) {
    String index = scheme + "://" + node.host() + "/articles";
    return person.run("search", "许可证", "--verbose", "--format", "paths", "--index", index);
  }

  private FolderNode node() throws IOException {
    return FolderNode.over(folder.resolve("index"));
  }

  @Test
  void a_name_and_a_password_come_from_variables() throws IOException {
    person.with("KAIYUAN_CLUSTER_USER", "安").with("KAIYUAN_CLUSTER_PASSWORD", "q/w+é:r");
    try (FolderNode node = node()) {
      assertEquals(new Answer(0, "notes/a.md\n", ""), search(node, "http"));
      assertEquals(Set.of(BASIC), Set.copyOf(node.logins()));
    }
  }

  @Test
  void a_token_comes_from_a_variable() throws IOException {
    person.with("KAIYUAN_CLUSTER_TOKEN", "abc.DEF-123");
    try (FolderNode node = node()) {
      assertEquals(0, search(node, "http").code());
      assertEquals(Set.of("Bearer abc.DEF-123"), Set.copyOf(node.logins()));
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_file_is_read_that_nobody_else_may_read() throws IOException {
    Path file = folder.resolve("login");
    Files.writeString(file, "# cluster\nuser = 安\npassword = q/w+é:r\n");
    person.with("KAIYUAN_CLUSTER_LOGIN", "login");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    try (FolderNode node = node()) {
      assertEquals(
          "kaiyuan: DIR/login holds a password, and others may read it; make it yours alone:"
              + " chmod 600\n",
          firstLine(search(node, "http")));
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      assertEquals(0, search(node, "http").code());
      assertEquals(Set.of(BASIC), Set.copyOf(node.logins()));
    }
  }

  @Test
  void what_does_not_go_together_is_refused() throws IOException {
    person.with("KAIYUAN_CLUSTER_USER", "ann");
    try (FolderNode node = node()) {
      assertEquals(
          "kaiyuan: KAIYUAN_CLUSTER_USER, KAIYUAN_CLUSTER_PASSWORD: a user (without a colon) and a"
              + " password go together; give both\n",
          firstLine(search(node, "http")));
      person.with("KAIYUAN_CLUSTER_TOKEN", "t");
      assertEquals(
          "kaiyuan: KAIYUAN_CLUSTER_USER, KAIYUAN_CLUSTER_PASSWORD: a user and a token are given;"
              + " leave one of them out\n",
          firstLine(search(node, "http")));
      assertEquals(List.of(), node.logins());
    }
  }

  @Test
  void a_wrong_password_is_in_no_message() throws IOException {
    person.with("KAIYUAN_CLUSTER_USER", "ann").with("KAIYUAN_CLUSTER_PASSWORD", "geheim");
    try (FolderNode node = node().next(401, "Unauthorized")) {
      Answer answer = search(node, "http");
      assertEquals(2, answer.code());
      String basic = Base64.getEncoder().encodeToString("ann:geheim".getBytes(UTF_8));
      assertFalse(answer.err().contains("geheim") || answer.err().contains(basic), answer.err());
    }
  }

  @Test
  void a_password_does_not_leave_this_machine_without_encryption() {
    person.with("KAIYUAN_CLUSTER_USER", "ann").with("KAIYUAN_CLUSTER_PASSWORD", "geheim");
    assertEquals(
        new Answer(
            2,
            "",
            "kaiyuan: a password is not sent to http://192.0.2.1:9200 without encryption; use"
                + " https://\n"),
        person.run("search", "许可证", "--index", "http://192.0.2.1:9200/articles"));
  }

  @Test
  void a_time_limit_is_a_number_of_seconds() {
    person.with("KAIYUAN_CLUSTER_TIMEOUT", "soon");
    assertEquals(
        "kaiyuan: KAIYUAN_CLUSTER_TIMEOUT takes 1 to 3600 seconds\n",
        person.run("search", "许可证", "--index", "http://127.0.0.1:1/articles").err());
  }

  @Test
  void a_certificate_counts_only_if_its_authority_is_named() throws Exception {
    SSLContext own = keys("own", "ip:127.0.0.1");
    try (FolderNode node = FolderNode.over(folder.resolve("index"), own)) {
      String refused = firstLine(search(node, "https"));
      assertTrue(
          refused.matches(
              "kaiyuan: the certificate of https://127\\.0\\.0\\.1:[0-9]+ is not trusted \\(.+\\);"
                  + " set KAIYUAN_CLUSTER_CA to the certificate of its authority\n"),
          refused);
      assertEquals(List.of(), node.requests());
      person.with("KAIYUAN_CLUSTER_CA", "own.pem");
      assertEquals(new Answer(0, "notes/a.md\n", ""), search(node, "https"));
    }
  }

  @Test
  void a_certificate_of_another_host_or_authority_does_not_count() throws Exception {
    SSLContext elsewhere = keys("elsewhere", "dns:search.example.org");
    keys("other", "ip:127.0.0.1");
    for (String authority : List.of("elsewhere.pem", "other.pem")) {
      person.with("KAIYUAN_CLUSTER_CA", authority);
      try (FolderNode node = FolderNode.over(folder.resolve("index"), elsewhere)) {
        assertTrue(search(node, "https").err().contains(" is not trusted ("), authority);
        assertEquals(List.of(), node.requests());
      }
    }
  }

  @Test
  void a_file_without_certificates_is_named() {
    person.file("ca.pem", "not a certificate").with("KAIYUAN_CLUSTER_CA", "ca.pem");
    Answer answer = person.run("search", "许可证", "--index", "https://127.0.0.1:1/articles");
    assertTrue(
        answer.err().startsWith("kaiyuan: DIR/ca.pem is not a CA certificate in PEM format ("),
        answer.err());
  }

  private static String firstLine(Answer answer) {
    assertEquals(2, answer.code(), answer.err());
    return answer.err().substring(0, answer.err().indexOf('\n') + 1);
  }

  /** Makes keys of a host, and a file with their certificate. */
  private SSLContext keys(String name, String host)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path store = folder.resolve(name + ".p12");
    keytool(store, "-genkeypair", "-keyalg", "EC", "-dname", "CN=" + name, "-ext", "san=" + host);
    keytool(store, "-exportcert", "-rfc", "-file", folder.resolve(name + ".pem").toString());
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, "changeit".toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, "changeit".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private void keytool(Path store, String... more) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(more));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", "changeit"));
    command.addAll(List.of("-alias", "node", "-J-XX:TieredStopAtLevel=1"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor(), said);
  }
}
