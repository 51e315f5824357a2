package org.prmlab.cli.common;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prmlab.data.ScoreMeaning;
import org.prmlab.prm.Convention;
import org.prmlab.prm.PrmConventions;
import org.prmlab.prm.PrmSettings;
import picocli.CommandLine.Option;

/**
 * What kind of PRM it is, and what its checkpoint does not say of it. In texts {@code \n}, {@code
 * \t} and {@code \\} stand for a line break, a tab and a backslash.
 */
public final class PrmKindOptions implements Serializable {
  private static final long serialVersionUID = 1;

  @Option(
      names = "--family",
      paramLabel = "NAME",
      description =
          "How it is fed and read; recognized from the checkpoint if not given, but a plain"
              + " language model needs it: math-shepherd, rlhflow, implicit or step-token.")
  private @Nullable String family;

  @Option(
      names = "--reference",
      paramLabel = "DIR|HUB-ID",
      description = "Reference model of an implicit PRM.")
  private @Nullable String reference;

  @Option(
      names = "--base",
      paramLabel = "DIR|HUB-ID",
      description = "Model that a LoRA adapter was trained on (default: the one that it names).")
  private @Nullable String base;

  @Option(
      names = "--separator",
      paramLabel = "TEXT",
      description =
          "Text after each step of a token classifier, as it was trained (TRL's step_separator;"
              + " default: \\n); what joins the steps for an outcome model (default: \\n\\n).")
  private @Nullable String separator;

  @Option(
      names = "--step-token",
      paramLabel = "TEXT",
      description = "Of family step-token: the token after each step, as text or as id:648.")
  private @Nullable String stepToken;

  @Option(
      names = "--good-token",
      paramLabel = "TEXT",
      description = "Of family step-token: the token that says right, as text or id:648.")
  private @Nullable String goodToken;

  @Option(
      names = "--bad-token",
      paramLabel = "TEXT",
      description = "Of family step-token: the token that says wrong, as text or id:387.")
  private @Nullable String badToken;

  @Option(
      names = "--layout",
      paramLabel = "TEXT",
      description =
          "Of family step-token: the whole input, with {problem} and {steps} (default: {problem}"
              + " {steps}), or chat for the checkpoint's chat template.")
  private @Nullable String layout;

  @Option(
      names = "--step-text",
      paramLabel = "TEXT",
      description =
          "Of family step-token: one step, with {step} and perhaps {number}; the step token follows"
              + " unless it stands in it (default: {step}).")
  private @Nullable String stepText;

  @Option(
      names = "--right-class",
      paramLabel = "N[,N]",
      description =
          "Classes of a classifier that mean right, counted from 0; their probabilities are added.")
  private @Nullable String rightClass;

  @Option(
      names = "--meaning",
      paramLabel = "step-correct|eventual-success",
      description =
          "What the scores are probabilities of, where the family does not say it rightly: labels"
              + " by rollouts teach eventual success.")
  private @Nullable ScoreMeaning meaning;

  /** Spells its folders out, for processes that run in other folders. */
  void spellFoldersOut() {
    if (reference != null) {
      reference = folder(reference).toAbsolutePath().toString();
    }
    if (base != null) {
      base = folder(base).toAbsolutePath().toString();
    }
  }

  /** These settings for this kind of PRM. */
  public PrmSettings apply(PrmSettings settings) {
    PrmSettings all = settings.withConventions(conventions());
    all = family == null ? all : all.withFamily(family);
    all = base == null ? all : all.withBase(folder(base));
    return reference == null ? all : all.withReference(folder(reference));
  }

  /** The family's name; null if it is to be recognized. */
  @Nullable
  public String family() {
    return family;
  }

  private static Path folder(String name) {
    return PrmOptions.resolve(name);
  }

  /** What is stated of it. */
  public PrmConventions conventions() {
    Map<Convention, String> stated = new EnumMap<>(Convention.class);
    state(stated, Convention.SEPARATOR, separator);
    state(stated, Convention.STEP_TOKEN, stepToken);
    state(stated, Convention.GOOD_TOKEN, goodToken);
    state(stated, Convention.BAD_TOKEN, badToken);
    state(stated, Convention.LAYOUT, layout);
    state(stated, Convention.STEP_TEXT, stepText);
    state(stated, Convention.RIGHT_CLASSES, rightClass);
    PrmConventions conventions = new PrmConventions(stated);
    return meaning == null ? conventions : conventions.withMeaning(meaning);
  }

  private static void state(
      Map<Convention, String> stated, Convention kind, @Nullable String text) {
    if (text != null) {
      stated.put(kind, Escapes.resolved(text));
    }
  }
}
