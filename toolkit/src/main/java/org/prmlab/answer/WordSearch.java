package org.prmlab.answer;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A search for a pattern each of whose matches holds one of a few words. Only the places of these
 * words are tried, in any case of their letters: the matches are those of a search through the
 * whole text, for a small part of its time.
 */
final class WordSearch {
  private static final int ASCII = 128;

  private final Pattern pattern;
  private final List<String> words;
  private final String lead;
  private final List<String> signs;
  private final String[][] byFirst = new String[ASCII + 1][]; // words; the last: no ASCII ones

  private WordSearch(Pattern pattern, List<String> words, String lead, List<String> signs) {
    this.pattern = pattern;
    this.words = words;
    this.lead = lead;
    this.signs = signs;
    for (int c = 0; c < byFirst.length; c++) {
      int first = c;
      byFirst[c] =
          words.stream()
              .filter(word -> Math.min(ASCII, word.charAt(0)) == lower((char) first))
              .toArray(String[]::new);
    }
  }

  /**
   * For a pattern each of whose matches begins with one of the words.
   *
   * @param pattern one that never matches nothing
   * @param words in lower case
   */
  static WordSearch of(Pattern pattern, String... words) {
    return new WordSearch(pattern, List.of(words), "", List.of());
  }

  /**
   * Also for matches that begin with a line.
   *
   * @param characters in lower case: what may stand between the begin of the line and the word
   */
  WordSearch withLead(String characters) {
    return new WordSearch(pattern, words, characters, signs);
  }

  /**
   * For a pattern each of whose matches holds one of these too: quick to see where there is none.
   */
  WordSearch withSigns(String... some) {
    return new WordSearch(pattern, words, lead, List.of(some));
  }

  /** What is searched for. */
  Pattern pattern() {
    return pattern;
  }

  /** The matches in a text, from the first to the last. */
  Matches in(String text) {
    return new Matches(text);
  }

  /** Goes from match to match, as {@link Matcher#find()} does. */
  final class Matches {
    private final String text;
    private final Matcher matcher;
    private int word; // the place of the word that is tried; -1 behind the last
    private int start; // the next place to try

    private Matches(String text) {
      this.text = text;
      this.matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
      if (signs.isEmpty() || signs.stream().anyMatch(text::contains)) {
        moveTo(0);
      } else {
        word = -1;
      }
    }

    boolean next() {
      while (word >= 0) {
        while (start <= word) {
          int at = start++;
          if ((at == word || beginsLine(at)) && matcher.region(at, text.length()).lookingAt()) {
            moveTo(matcher.end());
            return true;
          }
        }
        moveTo(word + 1);
      }
      return false;
    }

    /** The same, for matches that begin at a place or behind it. */
    boolean nextFrom(int place) {
      if (word >= 0) {
        moveTo(place);
      }
      return next();
    }

    int start() {
      return matcher.start();
    }

    int end() {
      return matcher.end();
    }

    String group(int group) {
      return matcher.group(group);
    }

    /** To the first word at or behind a place, with what may lead to it. */
    private void moveTo(int from) {
      word = nextWord(from);
      start = word;
      while (start > from && lead.indexOf(lower(text.charAt(start - 1))) >= 0) {
        start--;
      }
    }

    private int nextWord(int from) {
      for (int i = from; i < text.length(); i++) {
        for (String one : byFirst[Math.min(ASCII, text.charAt(i))]) {
          if (isAt(i, one)) {
            return i;
          }
        }
      }
      return -1;
    }

    private boolean isAt(int place, String one) {
      if (place + one.length() > text.length()) {
        return false;
      }
      for (int i = one.charAt(0) < ASCII ? 1 : 0; i < one.length(); i++) {
        if (lower(text.charAt(place + i)) != one.charAt(i)) {
          return false;
        }
      }
      return true;
    }

    /** Whether a line may begin here: no character that lines have stands before it. */
    private boolean beginsLine(int at) {
      return at == 0 || text.charAt(at - 1) < ' ' || text.charAt(at - 1) >= ASCII - 1;
    }
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }
}
