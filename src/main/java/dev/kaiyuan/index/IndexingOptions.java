package dev.kaiyuan.index;

import dev.kaiyuan.analysis.segmenter.UserDictionary;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How an index is made to match its folders.
 *
 * @param rebuild reads every file again, whatever the index holds
 * @param dryRun only reports what would change
 * @param allowEmpty accepts that a folder of which the index holds articles has none left
 * @param followLinks follows links that lead out of the folders; later runs that name no folder do
 *     so again
 * @param threads how many files are read and analysed at once, 1 or more
 * @param largestFile in bytes, 0 to 2,147,483,639; a larger file is skipped
 * @param userWords words for the segmenter to know besides its own, or null for those that the
 *     index was made with; what was {@linkplain UserDictionary#read read from a file} is read from
 *     it again by each later run
 * @param include patterns of further files to read as text, such as {@code *.log}; the index
 *     remembers them. A pattern with a slash is for the last parts of a path, {@code **} is any
 *     number of folders, and case does not matter
 * @param forgetIncluded whether the index forgets the patterns that it remembered
 */
public record IndexingOptions(
    boolean rebuild,
    boolean dryRun,
    boolean allowEmpty,
    boolean followLinks,
    int threads,
    long largestFile,
    @Nullable UserDictionary userWords,
    Set<String> include,
    boolean forgetIncluded) {
  /** What an array of Java holds, less one byte that tells a file that has grown beyond it. */
  private static final long MOST_BYTES = Integer.MAX_VALUE - 8;

  /** A refresh that uses all processors and takes files of up to 32 MiB. */
  public static final IndexingOptions REFRESH =
      new IndexingOptions(
          false,
          false,
          false,
          false,
          Runtime.getRuntime().availableProcessors(),
          32L << 20,
          null,
          Set.of(),
          false);

  public IndexingOptions {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be 1 or more, but is " + threads);
    }
    if (largestFile < 0 || largestFile > MOST_BYTES) {
      throw new IllegalArgumentException(
          "largestFile must be 0 to " + MOST_BYTES + ", but is " + largestFile);
    }
    include = Set.copyOf(include);
    for (String pattern : include) {
      if (pattern.isBlank() || pattern.indexOf('\n') >= 0) {
        throw new IllegalArgumentException("no pattern to include: \"" + pattern + '"');
      }
    }
  }

  /** Returns these options with every file read again. */
  public IndexingOptions withRebuild(boolean value) {
    return new IndexingOptions(
        value,
        dryRun,
        allowEmpty,
        followLinks,
        threads,
        largestFile,
        userWords,
        include,
        forgetIncluded);
  }

  /** Returns these options with or without writing. */
  public IndexingOptions withDryRun(boolean value) {
    return new IndexingOptions(
        rebuild,
        value,
        allowEmpty,
        followLinks,
        threads,
        largestFile,
        userWords,
        include,
        forgetIncluded);
  }

  /** Returns these options with or without consent to folders that became empty. */
  public IndexingOptions withAllowEmpty(boolean value) {
    return new IndexingOptions(
        rebuild,
        dryRun,
        value,
        followLinks,
        threads,
        largestFile,
        userWords,
        include,
        forgetIncluded);
  }

  /** Returns these options with or without following links out of the folders. */
  public IndexingOptions withFollowLinks(boolean value) {
    return new IndexingOptions(
        rebuild,
        dryRun,
        allowEmpty,
        value,
        threads,
        largestFile,
        userWords,
        include,
        forgetIncluded);
  }

  /** Returns these options with another number of threads. */
  public IndexingOptions withThreads(int value) {
    return new IndexingOptions(
        rebuild,
        dryRun,
        allowEmpty,
        followLinks,
        value,
        largestFile,
        userWords,
        include,
        forgetIncluded);
  }

  /** Returns these options with another limit for the size of files. */
  public IndexingOptions withLargestFile(long value) {
    return new IndexingOptions(
        rebuild,
        dryRun,
        allowEmpty,
        followLinks,
        threads,
        value,
        userWords,
        include,
        forgetIncluded);
  }

  /**
   * Returns these options with words of one's own; with {@link UserDictionary#none()} the index
   * forgets those it had. Wherever the words change, every file is read again.
   */
  public IndexingOptions withUserWords(@Nullable UserDictionary value) {
    return new IndexingOptions(
        rebuild,
        dryRun,
        allowEmpty,
        followLinks,
        threads,
        largestFile,
        value,
        include,
        forgetIncluded);
  }

  /**
   * Returns these options with patterns of further files to read.
   *
   * @throws IllegalArgumentException if a pattern is blank or has a line break
   */
  public IndexingOptions withInclude(Collection<String> patterns) {
    return new IndexingOptions(
        rebuild,
        dryRun,
        allowEmpty,
        followLinks,
        threads,
        largestFile,
        userWords,
        new TreeSet<>(patterns),
        forgetIncluded);
  }

  /** Returns these options with or without forgetting the patterns that the index remembers. */
  public IndexingOptions withForgetIncluded(boolean value) {
    return new IndexingOptions(
        rebuild, dryRun, allowEmpty, followLinks, threads, largestFile, userWords, include, value);
  }
}
