package org.prmlab.labeling.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prmlab.labeling.judge.StepReading.Fault;
import org.prmlab.llm.Completion;
import org.prmlab.llm.Completion.End;
import org.prmlab.llm.TokenOdds;

/** What is read from outputs as these PRMs, and models that imitate them, write them. */
class VerdictOutputTest {
  private static final VerdictOutput GENPRM = VerdictFamily.GENPRM.reader();
  private static final VerdictOutput THINKPRM = VerdictFamily.THINKPRM.reader();
  private static final VerdictOutput STEPWISER = VerdictFamily.STEPWISER.reader();

  private static String word(StepReading reading) {
    return reading
        .right()
        .map(right -> right ? "right" : "wrong")
        .orElseGet(() -> reading.fault().map(Fault::name).orElse("nothing"));
  }

  private static String step(VerdictOutput reader, String output) {
    return word(reader.ofStep(new Completion(unescaped(output), End.STOPPED)));
  }

  private static String steps(String output, int steps) {
    return THINKPRM.ofSteps(new Completion(unescaped(output), End.STOPPED), steps).stream()
        .map(VerdictOutputTest::word)
        .collect(Collectors.joining(" "));
  }

  private static String unescaped(String text) {
    return text.replace("~", "\n");
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "<output>~**Judgement**: $\\boxed{Yes}$~</output> | right",
        "<output>~**Judgement**: $\\boxed{No}$~</output> | wrong",
        "So far \\boxed{Yes}, but 3 + 4 = 8 is false: \\boxed{No} | wrong",
        "\\boxed{\\text{Yes}} | right",
        "$\\boxed{\\textbf{No}.}$ | wrong",
        "\\boxed{ **yes** } | right",
        "\\boxed{Incorrect} | wrong",
        "It gives \\boxed{19}. **Judgement**: $\\boxed{Yes}$. The sum is \\boxed{24} | right",
        "**Judgement**: No | wrong",
        "Final judgment: **Yes** | right",
        "Judgement: Yes or No? I say nothing. | NO_VERDICT",
        "'\\boxed{Yes|No}' | NO_VERDICT",
        "\\boxed{19} | NO_VERDICT",
        "\\boxed{not wrong} | NO_VERDICT",
        "Yes, this is right. | NO_VERDICT",
        "<think>\\boxed{Yes}? No, it errs.</think>\\boxed{No} | wrong",
        "perhaps \\boxed{Yes}</think>~\\boxed{No} | wrong",
        "<think>I would say \\boxed{Yes} | THINKING",
        "<think>it is \\boxed{Yes}</think> | NO_VERDICT",
        "'' | EMPTY",
      })
  void aVerdictOnOneStepIsRead(String output, String expected) {
    assertEquals(expected, step(GENPRM, output));
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "2. Final Judgment: \\boxed{Positive} | right",
        "2. Final Judgment: \\boxed{Negative} | wrong",
        "**Final Judgment:** Negative | wrong",
        "\\boxed{Yes} | NO_VERDICT", // of what?
      })
  void stepwiserHasWordsOfItsOwn(String output, String expected) {
    assertEquals(expected, step(STEPWISER, output));
  }

  @Test
  void anOutputThatWasCutIsNoVerdictOnItsStep() {
    assertEquals(
        "CUT_OFF", word(GENPRM.ofStep(new Completion("First \\boxed{Yes}, but wait", End.CUT))));
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Step 1: ok. The step is \\boxed{correct}~Step 2: no. The step is \\boxed{incorrect}"
            + " | right wrong",
        "**Step 1** fine \\boxed{correct}~### Step 2:~bad \\boxed{incorrect} | right wrong",
        "Step 1: ok \\boxed{correct} Step 2: bad \\boxed{incorrect} | right wrong",
        "Step 1: a \\boxed{correct}~Step 2: b \\boxed{correct}~Again. Step 1: no,"
            + " \\boxed{incorrect} | wrong right",
        "Step 2: b~Step 1 gave 24, so \\boxed{incorrect} | STEP_NOT_JUDGED wrong",
        "Step 1: a \\boxed{incorrect} | wrong STEP_NOT_JUDGED",
        "Step 3: c \\boxed{incorrect}~Step 1: a \\boxed{correct} | right STEP_NOT_JUDGED",
        "\\boxed{correct}~\\boxed{incorrect} | right wrong",
        "It fails: \\boxed{incorrect} | wrong STEP_NOT_JUDGED",
        "\\boxed{correct} | STEPS_UNCLEAR STEPS_UNCLEAR",
        "\\boxed{correct} \\boxed{correct} \\boxed{correct} | STEPS_UNCLEAR STEPS_UNCLEAR",
        "<think>Step 1: \\boxed{incorrect}</think>Step 1: \\boxed{correct}~Step 2: \\boxed{correct}"
            + " | right right",
        "Step 1: \\boxed{correct}~Step 2: \\boxed{incorrect}~</think>~Is the solution correct? No"
            + " | right wrong",
        "<think>~Step 1: \\boxed{correct}~Step 2: | THINKING THINKING",
        "The solution is fine. | NO_VERDICT NO_VERDICT",
        "'' | EMPTY EMPTY",
      })
  void verdictsOnAllStepsAreRead(String output, String expected) {
    assertEquals(expected, steps(output, 2));
  }

  @Test
  void ofAnOutputThatWasCutTheStepsBeforeTheCutAreRead() {
    Completion cut = new Completion("Step 1: a \\boxed{correct}\nStep 2: b, which", End.CUT);
    assertEquals(
        List.of("right", "CUT_OFF"),
        THINKPRM.ofSteps(cut, 2).stream().map(VerdictOutputTest::word).toList());
  }

  @Test
  void theProbabilityIsTheShareOfRightAtTheTokenOfTheVerdict() {
    String text = "Yes? No: $\\boxed{No}$";
    int at = text.indexOf("No}");
    var odds =
        List.of(
            new TokenOdds(0, Map.of("Yes", 0.0)),
            new TokenOdds(
                at, Map.of("No", Math.log(0.6), "Yes", Math.log(0.2), " no", Math.log(0.1))));
    StepReading reading = GENPRM.ofStep(new Completion(text, End.STOPPED, odds));
    assertEquals(Optional.of(false), reading.right());
    assertEquals(0.2 / 0.9, reading.probability().orElseThrow(), 1e-12);
    StepReading bare = GENPRM.ofStep(new Completion(text, End.STOPPED));
    assertEquals(OptionalDouble.empty(), bare.probability());
  }

  @Test
  void aWordMayBeSeveralTokens() {
    String text = "Step 1: \\boxed{incorrect}";
    var odds =
        List.of(
            new TokenOdds(
                text.indexOf("incorrect"), Map.of("in", Math.log(0.7), "correct", Math.log(0.1))));
    StepReading reading = THINKPRM.ofSteps(new Completion(text, End.STOPPED, odds), 1).get(0);
    assertEquals(0.125, reading.probability().orElseThrow(), 1e-12);
  }
}
