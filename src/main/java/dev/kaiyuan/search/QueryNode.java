package dev.kaiyuan.search;

import java.util.List;

/** A part of a query as the person wrote it, before it is cut into terms. */
sealed interface QueryNode {
  /** Words that are wanted, not demanded. */
  record Text(String text) implements QueryNode {}

  /** Words that have to stand together in this order. */
  record Phrase(String text) implements QueryNode {}

  /** A word that may go on. */
  record Prefix(String text) implements QueryNode {}

  /** A word that may be misspelt. */
  record Fuzzy(String text) implements QueryNode {}

  /** Something that has to be found in one field. */
  record Fielded(Field field, QueryNode node) implements QueryNode {}

  /** Something that has to be found. */
  record Required(QueryNode node) implements QueryNode {}

  /** Something that must not be found. */
  record Not(QueryNode node) implements QueryNode {}

  /** Alternatives, one of which is demanded. */
  record AnyOf(List<QueryNode> nodes) implements QueryNode {}

  /** A sequence: what is demanded or excluded in it is, the rest is wanted. */
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
