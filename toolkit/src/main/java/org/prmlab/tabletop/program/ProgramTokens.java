package org.prmlab.tabletop.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.prmlab.tabletop.program.Program.Instruction;

/**
 * The 42 words of the tabletop world. A problem of n steps has 3n + 3 tokens, {@code <bos> 7 A + 3
 * B * A =>}; a step has six, {@code A 7 + 3 10 <extra_0>}: its letter, the two numbers with the
 * operation between them, the result, and the step token.
 */
public final class ProgramTokens {
  public static final int PAD = 0;
  public static final int BEGIN = 1;
  public static final int SOLVE = 2;

  /** Ends a step; a PRM is read here. */
  public static final int STEP = 3;

  /** Begins a text to be marked, in place of {@link #BEGIN}. */
  public static final int MARK = 4;

  /** The mark of a right step. */
  public static final int OK = 5;

  /** The mark of a step whose result is right but that names other numbers than it should. */
  public static final int NO = 6;

  static final int FIRST_NUMBER = 7;

  /** Words for numbers, of which problems and solutions use the first. */
  private static final int NUMBERS = 16;

  static final int FIRST_OPERATION = FIRST_NUMBER + NUMBERS;
  public static final int FIRST_LETTER = FIRST_OPERATION + ProgramOperation.values().length;
  public static final int LETTERS = 10;

  /** Stands for the running value. */
  static final int IT = FIRST_LETTER + LETTERS;

  /** How many words there are. */
  public static final int SIZE = IT + 1;

  /** Tokens of a step. */
  public static final int LINE = 6;

  /** Where in a step its parts stand. */
  static final int LEFT = 1;

  public static final int OPERATION = 2;
  static final int RIGHT = 3;
  public static final int RESULT = 4;

  private static final List<String> WORDS = makeWords();
  private static final Map<String, Integer> IDS =
      IntStream.range(0, SIZE).boxed().collect(Collectors.toUnmodifiableMap(WORDS::get, id -> id));

  private ProgramTokens() {}

  private static List<String> makeWords() {
    List<String> words =
        new ArrayList<>(List.of("<pad>", "<bos>", "=>", "<extra_0>", "<mark>", "ok", "no"));
    for (int number = 0; number < NUMBERS; number++) {
      words.add(Integer.toString(number));
    }
    Arrays.stream(ProgramOperation.values()).map(ProgramOperation::word).forEach(words::add);
    for (int letter = 0; letter < LETTERS; letter++) {
      words.add(String.valueOf((char) ('A' + letter)));
    }
    words.add("it");
    return Collections.unmodifiableList(words);
  }

  /** All words; the index is the token's id. */
  public static List<String> words() {
    return WORDS;
  }

  public static int number(int value) {
    return FIRST_NUMBER + value;
  }

  static boolean isNumber(int token) {
    return token >= FIRST_NUMBER && token < FIRST_OPERATION;
  }

  public static int value(int numberToken) {
    return numberToken - FIRST_NUMBER;
  }

  /** The token an instruction names its operand with. */
  static int operand(Instruction instruction) {
    return instruction.reference().isPresent()
        ? FIRST_LETTER + instruction.reference().getAsInt()
        : number(instruction.number());
  }

  public static int operation(Instruction instruction) {
    return FIRST_OPERATION + instruction.operation().code();
  }

  /** A problem's tokens. */
  public static int[] problem(Program program) {
    int[] tokens = new int[3 * program.steps() + 3];
    tokens[0] = BEGIN;
    tokens[1] = number(program.start());
    for (int step = 0; step < program.steps(); step++) {
      Instruction instruction = program.instructions().get(step);
      tokens[2 + 3 * step] = FIRST_LETTER + step;
      tokens[3 + 3 * step] = operation(instruction);
      tokens[4 + 3 * step] = operand(instruction);
    }
    tokens[tokens.length - 1] = SOLVE;
    return tokens;
  }

  /**
   * The operations of a problem, line by line.
   *
   * @param problem its tokens, others may follow
   */
  public static List<Integer> operations(int[] problem, int steps) {
    return IntStream.range(0, steps).mapToObj(step -> problem[3 + 3 * step]).toList();
  }

  /** A problem's tokens and those of a solution. */
  public static int[] joined(Program program, int[] solution) {
    int[] problem = problem(program);
    int[] ids = Arrays.copyOf(problem, problem.length + solution.length);
    System.arraycopy(solution, 0, ids, problem.length, solution.length);
    return ids;
  }

  /** Where the step tokens stand in a problem with its solution. */
  public static int[] stepPositions(int steps) {
    int problem = 3 * steps + 3;
    return IntStream.rangeClosed(1, steps).map(step -> problem + LINE * step - 1).toArray();
  }

  /** Words with spaces between them as tokens. */
  public static int[] tokens(String words) {
    return Arrays.stream(words.split(" ", -1)).mapToInt(ProgramTokens::id).toArray();
  }

  /** The tokens of a problem and of lines that are there, after a first one. */
  public static int[] solved(int first, String problem, List<String> lines) {
    String all =
        problem
            + " "
            + lines.stream()
                .map(line -> line + " " + WORDS.get(STEP) + " ")
                .collect(Collectors.joining());
    return IntStream.concat(IntStream.of(first), Arrays.stream(tokens(all.strip()))).toArray();
  }

  private static int id(String word) {
    Integer id = IDS.get(word);
    if (id == null) {
      throw new IllegalArgumentException(
          "'%s' is no word of the tabletop world; its words are %s".formatted(word, WORDS));
    }
    return id;
  }

  /** Tokens as text: words with spaces between them, none before a step token. */
  public static String text(int... tokens) {
    StringBuilder text = new StringBuilder();
    for (int token : tokens) {
      text.append(text.length() == 0 || token == STEP ? "" : " ").append(WORDS.get(token));
    }
    return text.toString();
  }
}
