package dev.kaiyuan.server.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.server.JsonTree;
import dev.kaiyuan.server.Tools;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program, asked by clients that others wrote. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class McpClientTest {
  @TempDir Path folder;

  @BeforeEach
  void index() throws Exception {
    Files.writeString(
        Files.createDirectories(folder.resolve("notes")).resolve("许可证.md"),
        "# 许可证\n\n开源许可证写明谁可以做什么。\n");
    List<String> index = new ArrayList<>(Tools.kaiyuan());
    index.addAll(List.of("index", "notes", "--no-config"));
    run(index);
  }

  private String run(List<String> command) throws Exception {
    File out = folder.resolve("out").toFile();
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertEquals(0, process.waitFor(), () -> String.join(" ", command));
    return Files.readString(out.toPath(), StandardCharsets.UTF_8);
  }

  private List<String> server() {
    List<String> server = new ArrayList<>(Tools.kaiyuan());
    server.addAll(List.of("mcp", "--no-config"));
    return server;
  }

  @Test
  void the_clients_of_both_kinds_of_revision_search_and_read() throws Exception {
    Path client = Tools.npm("@modelcontextprotocol/client/dist/index.mjs");
    Path script = client.getParent().resolve("../../../../kaiyuan-client.mjs").normalize();
    Files.copy(
        Path.of("src/test/js/mcp-client.mjs"),
        script,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    List<String> command =
        new ArrayList<>(List.of(Tools.program("node"), script.toString(), folder.toString()));
    command.addAll(server());
    assertEquals(
        """
        2025-11-25 search read similar stats
        1 notes/许可证.md:3 开源许可证写明谁可以做什么。
        # 许可证
        -32602
        2026-07-28 search read similar stats
        1 notes/许可证.md:3 开源许可证写明谁可以做什么。
        # 许可证
        -32602
        """,
        run(command));
  }

  @Test
  void the_inspector_lists_and_calls() throws Exception {
    Path inspector = Tools.npm(".bin/mcp-inspector");
    List<String> command = new ArrayList<>(List.of(inspector.toString(), "--cli"));
    command.addAll(server());
    command.addAll(List.of("--connect-timeout", "120000", "--method"));
    List<String> list = new ArrayList<>(command);
    list.add("tools/list");
    Map<?, ?> listed = (Map<?, ?>) JsonTree.parse(run(list));
    assertEquals(4, ((List<?>) listed.get("tools")).size());
    List<String> call = new ArrayList<>(command);
    call.addAll(List.of("tools/call", "--tool-name", "search", "--tool-arg", "query=许可证"));
    Map<?, ?> called = (Map<?, ?>) JsonTree.parse(run(call));
    assertTrue(called.toString().contains("notes/许可证.md:3"), called.toString());
  }
}
