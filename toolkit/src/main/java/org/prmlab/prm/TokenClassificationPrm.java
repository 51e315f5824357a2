package org.prmlab.prm;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.prmlab.data.ScoreMeaning;
import org.prmlab.data.Solution;
import org.prmlab.model.Checkpoint;
import org.prmlab.model.CheckpointFolder;
import org.prmlab.model.Head;
import org.prmlab.model.TokenRow;
import org.prmlab.model.text.ModelText;
import org.prmlab.model.text.TextTokenizer;

/**
 * PRMs trained with TRL, and other token classifiers: problem, separator, step, separator, step,
 * separator, all tokenized apart; the score is the softmax probability of the right class (of two
 * the second) at the last token of the separator after each step. By which separator it was trained
 * stands nowhere in a checkpoint of TRL; its default is a line break, but HuggingFaceH4's PRMs were
 * trained with two.
 *
 * @param separator text after the problem and after each step
 * @param source where the separator is from
 */
record TokenClassificationPrm(String separator, Source source, ClassHead classes)
    implements PrmFamily {
  private static final String TRL = "\n";
  private static final String PROVENANCE = "separator";

  /** Who said which separator. */
  enum Source {
    STATED,
    GUESSED
  }

  static TokenClassificationPrm ofTrl() {
    return new TokenClassificationPrm(TRL, Source.GUESSED, ClassHead.ofTrl());
  }

  @Override
  public String name() {
    return "token-classification";
  }

  @Override
  public ScoreMeaning meaning() {
    return ScoreMeaning.STEP_CORRECT;
  }

  @Override
  public Set<Convention> conventions() {
    return EnumSet.of(Convention.SEPARATOR, Convention.RIGHT_CLASSES);
  }

  @Override
  public boolean recognizes(Checkpoint checkpoint) {
    return checkpoint.architecture().endsWith("ForTokenClassification")
        && ClassHead.isIn(checkpoint);
  }

  /** A checkpoint without such a head, which is to be trained, gets TRL's. */
  @Override
  public PrmFamily fitted(Checkpoint checkpoint, PrmConventions conventions) {
    ClassHead head =
        recognizes(checkpoint)
            ? ClassHead.of(checkpoint, conventions, OptionalInt.of(1))
            : ClassHead.ofTrl();
    if (head.classes() == 1) {
      throw new IllegalArgumentException(
          "%s: its head has one class; a token classifier of steps needs at least two"
              .formatted(checkpoint.folder()));
    }
    Optional<String> known =
        conventions.get(Convention.SEPARATOR).or(() -> trainedWith(checkpoint));
    return new TokenClassificationPrm(
        known.orElse(TRL), known.isPresent() ? Source.STATED : Source.GUESSED, head);
  }

  @Override
  public PrmFamily stated(PrmConventions conventions) {
    conventions.requireOnly(name(), Set.of(Convention.SEPARATOR, Convention.MEANING));
    return conventions
        .get(Convention.SEPARATOR)
        .map(text -> new TokenClassificationPrm(text, Source.STATED, classes))
        .orElse(this);
  }

  /** The toolkit's own folders say how they were trained. */
  private static Optional<String> trainedWith(Checkpoint checkpoint) {
    return CheckpointFolder.at(checkpoint.folder())
        .provenance()
        .map(made -> made.path(PROVENANCE).asText(TRL));
  }

  @Override
  public List<String> guesses() {
    return source == Source.STATED
        ? List.of()
        : List.of(
            "a token classifier does not say by which separator of steps it was trained; a line"
                + " break, TRL's default, is taken: state another if it was");
  }

  @Override
  public Optional<String> trainedAs() {
    return classes.classes() == 2 ? Optional.of("ForTokenClassification") : Optional.empty();
  }

  @Override
  public Map<String, String> trainedWith() {
    return separator.equals(TRL) ? Map.of() : Map.of(PROVENANCE, separator);
  }

  @Override
  public Head head(LabelTokens labels) {
    return classes.head();
  }

  @Override
  public TokenRow encode(Solution solution, ModelText text) {
    TextTokenizer tokenizer = text.tokenizer();
    int[] after = tokenizer.encode(separator);
    var tokens = new SolutionTokens();
    text.firstToken().ifPresent(first -> tokens.add(tokenizer.id(first)));
    tokens.add(tokenizer.encode(solution.problem().text())).add(after);
    for (String step : solution.steps()) {
      tokens.add(tokenizer.encode(step)).add(after).read();
    }
    return tokens.row();
  }

  @Override
  public double score(float[] logits) {
    return classes.score(logits);
  }
}
