package dev.kaiyuan.finder;

/** What a key asks for. */
enum Key {
  TEXT,
  ERASE_BEFORE,
  ERASE_AFTER,
  ERASE_WORD,
  ERASE_TO_START,
  ERASE_TO_END,
  LEFT,
  RIGHT,
  HOME,
  END,
  UP,
  DOWN,
  PAGE_UP,
  PAGE_DOWN,
  FILTERS,
  TAKE,
  OPEN,
  SUGGESTION,
  REDRAW,
  SUSPEND,
  ESCAPE,
  LEAVE,
  UNKNOWN
}
