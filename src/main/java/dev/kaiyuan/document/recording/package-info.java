/**
 * What do subtitles and notebooks say, and at which time or in which cell?
 *
 * <p>Entry points: {@link dev.kaiyuan.document.recording.SubtitleReader} and {@link
 * dev.kaiyuan.document.recording.NotebookReader}.
 */
@NullMarked
package dev.kaiyuan.document.recording;

import org.jspecify.annotations.NullMarked;
