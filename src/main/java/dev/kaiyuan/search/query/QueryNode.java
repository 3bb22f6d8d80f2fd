package dev.kaiyuan.search.query;

import java.util.List;

/** A part of a query as it was typed, before analysis. */
public sealed interface QueryNode {
  /** Words that SHOULD match. */
  record Text(String text) implements QueryNode {}

  /** Words that MUST match side by side, in this order. */
  record Phrase(String text) implements QueryNode {}

  /** A prefix of words. */
  record Prefix(String text) implements QueryNode {}

  /** A word that may be misspelled. */
  record Fuzzy(String text) implements QueryNode {}

  /** Something that MUST match in one field. */
  record Fielded(Field field, QueryNode node) implements QueryNode {}

  /** Something that MUST match. */
  record Required(QueryNode node) implements QueryNode {}

  /** Something that MUST NOT match. */
  record Not(QueryNode node) implements QueryNode {}

  /** Alternatives, one of which MUST match. */
  record AnyOf(List<QueryNode> nodes) implements QueryNode {}

  /** A sequence of clauses, of which text SHOULD match. */
  record AllOf(List<QueryNode> nodes) implements QueryNode {}

  /** The fields a person can name. */
  enum Field {
    TITLE,
    TAG,
    LANG,
    PATH,
    TYPE
  }
}
