package dev.kaiyuan.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kaiyuan.cluster.ClusterException.Problem;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterAddressTest {
  @Test
  void names_nodes_and_an_index() throws ClusterException {
    ClusterAddress address = ClusterAddress.of("https://a:9200,b:9201,https://c/articles");
    assertEquals(
        List.of(
            URI.create("https://a:9200"),
            URI.create("https://b:9201"),
            URI.create("https://c:9200")),
        address.nodes());
    assertEquals("articles", address.index());
    assertEquals("https://a:9200,b:9201,c:9200/articles", address.toString());
    assertEquals(address, ClusterAddress.of(address.toString()));
  }

  @ParameterizedTest
  @CsvSource({
    "http://[::1]:9200/notes/, 'http://[::1]:9200', notes",
    "HTTPS://search.example.org/a-b_c.2026, https://search.example.org:9200, a-b_c.2026",
    "https://proxy:443/search/notes, https://proxy:443/search, notes",
  })
  void may_be_written_in_several_ways(String typed, URI node, String index)
      throws ClusterException {
    assertEquals(new ClusterAddress(List.of(node), index), ClusterAddress.of(typed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://host:9200",
        "https://host:9200/",
        "https:///notes",
        "https://host:x/notes",
        "https://a,,b/notes",
        "https://a b/notes",
        "https://a,ftp://b/notes",
      })
  void is_refused_where_a_part_is_missing(String typed) {
    ClusterException e = assertThrows(ClusterException.class, () -> ClusterAddress.of(typed));
    assertEquals(Problem.ADDRESS, e.problem());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Notes", "_notes", "笔记", "a*", "-a"})
  void is_refused_with_a_name_that_no_index_can_have(String name) {
    ClusterException e =
        assertThrows(ClusterException.class, () -> ClusterAddress.of("https://host/" + name));
    assertEquals(Problem.NAME, e.problem());
  }

  @Test
  void is_refused_with_a_password_that_is_shown_nowhere() {
    ClusterException e =
        assertThrows(
            ClusterException.class, () -> ClusterAddress.of("https://ann:secret@host/notes"));
    assertEquals(Problem.SECRET_IN_ADDRESS, e.problem());
    assertFalse(e.getMessage().contains("secret"), e.getMessage());
  }

  @Test
  void is_no_folder() {
    assertEquals(
        List.of(true, true, false, false, false),
        List.of("https://a/b", "HTTP://a/b", "https:/a", "notes/http://a", "C:\\notes").stream()
            .map(ClusterAddress::isMeant)
            .toList());
  }
}
