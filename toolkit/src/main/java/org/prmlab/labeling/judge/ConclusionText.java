package org.prmlab.labeling.judge;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a judge's conclusion says in words, English or Chinese: the solution is correct, or it is
 * not. What contradicts itself, and praise of a part or of the final answer alone, is neither.
 */
final class ConclusionText {
  private static final Pattern JUDGEMENT =
      Pattern.compile(
          "(?<wrong>\\bincorrect(?:ly|ness)?\\b|\\bwrong(?:ly)?\\b|\\bflaw(?:s|ed)?\\b|\\berroneous\\b"
              + "|\\binaccurate\\b|\\bfaulty\\b|\\bunsound\\b|\\bmistak(?:es?|en)\\b|\\binvalid(?!"
              + " (?:roots?|solutions?|cases?|values?|options?))|(?<!(?:percent|percentage|relative|absolute|standard|rounding|squared|mean|margin"
              + " of|measurement) )\\berrors?\\b(?!-?free)|错误|错|误(?!差|解|导))"
              + "|(?<right>\\bcorrect(?:ness)?\\b|\\b(?:error|mistake)-?free\\b|\\bflawless\\b|\\bright(?=\\W*(?:$|[.,;:!?)]|but|and|because|since))"
              + "|正确|^\\W*对(?:的)?\\W*$)");
  private static final Pattern NEGATION =
      Pattern.compile(
          "\\b(?:not(?! (?:only|just))|no(?!\\.?"
              + " ?\\d)|never|none|nothing|neither|nor|cannot|without|free|unable|lacks?"
              + "|hardly|zero|(?:is|are|was|were|does|do|did|has|have|ca|could)nt)\\b|n't\\b"
              + "|没有|没|不(?![过仅但同等变])|无|未(?!知)|非(?!常)");
  private static final Pattern ABSENT =
      Pattern.compile("^(?: \\w+){0,2} ?[:=] ?(?:none|no\\b|n/a|无|没有)");
  private static final Pattern COUNTED =
      Pattern.compile("^(?: \\w+){0,3}? ?(?:[:=]|(?:is|are|was|were)\\b) ?(?:0\\b|zero)");
  private static final Pattern SUPPOSED =
      Pattern.compile(
          "\\b(?:would|could(?! not)|might|may|should|whether|if|unless)(?: [\\w']+){0,4}"
              + " $|(?:如果|是否|假如)\\S*$");
  private static final Pattern ATTRIBUTE =
      Pattern.compile(
          "^ (?!and\\b|but\\b|or\\b|in\\b|up\\b|as\\b|for\\b|because\\b|since\\b|overall\\b|with\\b)\\w|^的?(?:答案|结果|值|解法|做法)");
  private static final Pattern ANSWER =
      Pattern.compile("\\b(?:answer|result|value|number)s?\\b|答案|结果");
  private static final Pattern ANSWER_NEXT =
      Pattern.compile("^ ?(?:final )?(?:answer|result|value|number)s?\\b");
  private static final Pattern BESIDE = Pattern.compile("\\b(?:and|as well as)\\b|和|以及");
  private static final Pattern WHOLE =
      Pattern.compile(
          "\\b(?:solution|steps|reasoning|process|logic|argument|derivation|paragraphs|everything|work|proof)\\b"
              + "|解答|步骤|推理|过程");
  private static final Pattern PART =
      Pattern.compile(
          "\\b(?:steps?|paragraphs?|para|#)[ #_-]*\\d|\\d(?:st|nd|rd|th)\\b|(?:步骤?|第|段落?) ?\\d|\\d"
              + " ?[步段]|\\b(?:first|initial|earlier|previous|preceding|other|rest|remaining|up"
              + " to|before|until|except"
              + "|apart|set-?up|approach|method|idea|formula|equation|some|most|mostly|many|partially|partly|nearly|almost|largely|further|more|additional|else|(?:the|this|last|final)"
              + " (?:step|paragraph))\\b|部分|前面|方法");
  private static final Pattern EACH = Pattern.compile("\\b(?:all|any|every|each|both)\\b|所有|全部|每");
  private static final Pattern EXCEPTION =
      Pattern.compile("\\b(?:except|apart|up to|before|until|other|first|but)\\b");
  private static final Pattern TURN =
      Pattern.compile("\\b(?:but|however|although|though|yet|while|whereas)\\b|但|然而|不过");
  private static final Pattern REPLY =
      Pattern.compile("^\\s*(yes|no|是的?|不)(?:\\s*[,.!:;，。！：-]+|\\s*$)");
  private static final Pattern CHOICE =
      Pattern.compile("\\bcorrect ?(?:/|or) ?incorrect\\b|\\bincorrect ?(?:/|or) ?correct\\b");

  /** What one word of judgement, in its sentence, says. */
  private enum Said {
    RIGHT,
    /** Right, without a subject: "Correct". */
    BARE_RIGHT,
    /** Praise that is not about the whole solution. */
    PARTLY_RIGHT,
    WRONG,
    NOTHING,
    UNCLEAR
  }

  /** What a conclusion says. */
  enum Sense {
    CORRECT,
    INCORRECT,
    UNCLEAR,
    CONTRADICTORY
  }

  private ConclusionText() {}

  static Sense of(String conclusion) {
    List<Said> said = new ArrayList<>();
    Optional<Sense> asked = Optional.empty();
    for (String sentence : plain(conclusion).split("(?<=[.!?;。！？；\\n])", -1)) {
      Matcher reply = REPLY.matcher(sentence);
      String rest = sentence;
      if (reply.find()) {
        rest = sentence.substring(reply.end());
        boolean yes = reply.group(1).matches("yes|是的?");
        asked.map(a -> (a == Sense.CORRECT) == yes ? Said.RIGHT : Said.WRONG).ifPresent(said::add);
      }
      if (sentence.matches("(?s).*[?？]\\s*")) {
        asked =
            Optional.of(sum(said(rest))).filter(s -> s == Sense.CORRECT || s == Sense.INCORRECT);
      } else if (!sentence.isBlank()) {
        said.addAll(said(rest));
        asked = Optional.empty();
      }
    }
    return sum(said);
  }

  /** Without ornaments, in small letters. */
  private static String plain(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replace('’', '\'')
            .replaceAll("\\\\(?:boxed|text|mathrm|textbf|mathbf)\\s*\\{([^{}]*)}", " $1 ")
            .replaceAll("[*_`#\"“”$<>]", " ")
            .replaceAll("(?<=\\d)[.](?=\\d)", "")
            .replaceAll("[ \\t]+", " ");
    return CHOICE.matcher(plain).replaceAll(" ").strip();
  }

  private static List<Said> said(String sentence) {
    List<Said> said = new ArrayList<>();
    Matcher word = JUDGEMENT.matcher(sentence);
    int from = 0;
    while (word.find()) {
      String before = sentence.substring(from, word.start());
      Said one = said(word.group("right") != null, before, sentence.substring(word.end()));
      boolean turned =
          one == Said.WRONG && said.contains(Said.BARE_RIGHT) && TURN.matcher(before).find();
      if (turned) {
        said.remove(Said.BARE_RIGHT);
      }
      said.add(one);
      from = word.end();
    }
    return said;
  }

  private static Said said(boolean right, String before, String after) {
    if (SUPPOSED.matcher(before).find()) {
      return Said.NOTHING;
    }
    if (!right && COUNTED.matcher(after).find()) {
      return Said.UNCLEAR;
    }
    long negations = NEGATION.matcher(before).results().count();
    negations += !right && ABSENT.matcher(after).find() ? 1 : 0;
    if (right != (negations % 2 == 0)) {
      return Said.WRONG;
    }
    boolean attribute =
        (before.strip().endsWith("the") && ATTRIBUTE.matcher(after).find())
            || after.matches("(?s)的?(?:答案|结果|值|解法|做法).*");
    return right && attribute
        ? Said.NOTHING
        : praise(before, near(after)); // the correct answer is 18
  }

  /** Right, of what? */
  private static Said praise(String before, String after) {
    boolean all = EACH.matcher(before + after).find();
    boolean except = EXCEPTION.matcher(before + after).find();
    boolean part = PART.matcher(before + after).find() && (!all || except);
    if (part || isOfAnswer(before) || ANSWER_NEXT.matcher(after).find()) {
      return Said.PARTLY_RIGHT;
    }
    return before.replaceAll("[^\\p{L}]", "").isEmpty() ? Said.BARE_RIGHT : Said.RIGHT;
  }

  /** Whether the nearest noun is the final answer, and not beside the whole solution. */
  private static boolean isOfAnswer(String before) {
    int answer = end(ANSWER, before);
    int whole = end(WHOLE, before);
    return answer > whole && !(whole >= 0 && BESIDE.matcher(before.substring(whole)).find());
  }

  private static int end(Pattern pattern, String text) {
    return pattern.matcher(text).results().mapToInt(m -> m.end()).max().orElse(-1);
  }

  /** What follows a word up to the end of its clause. */
  private static String near(String after) {
    return after.split("[,.;:!?，。；：！？]", 2)[0];
  }

  private static Sense sum(List<Said> said) {
    boolean right = said.contains(Said.RIGHT) || said.contains(Said.BARE_RIGHT);
    boolean wrong = said.contains(Said.WRONG);
    if (said.contains(Said.UNCLEAR) || (!right && !wrong)) {
      return Sense.UNCLEAR;
    }
    return right && wrong ? Sense.CONTRADICTORY : right ? Sense.CORRECT : Sense.INCORRECT;
  }
}
