package org.prmlab.served;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import org.prmlab.data.Solution;
import org.prmlab.data.StepScores;
import org.prmlab.llm.endpoint.CallFailure;
import org.prmlab.llm.endpoint.CallFailure.Reach;
import org.prmlab.llm.endpoint.EndpointLimits;
import org.prmlab.llm.endpoint.JsonPost;
import org.prmlab.llm.endpoint.Pause;
import org.prmlab.llm.endpoint.RequestLine;
import org.prmlab.llm.endpoint.Spending;
import org.prmlab.model.folder.Fingerprint;
import org.prmlab.prm.PrmFamily;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process reward model behind a server. Many requests are under way at a time; every answer is
 * checked against the steps that were asked about and kept in a journal before anything else is
 * done with it.
 */
public final class ServedPrm implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ServedPrm.class);
  private static final int UNFIT =
      10; // answers without a fitting one, before the server is given up

  private static final int KEY_DIGITS = 16;

  private final ServedSettings settings;
  private final EndpointLimits limits;
  private final PrmFamily family;
  private final ServedHead head;
  private final ServedTexts texts;
  private final JsonPost post;
  private final Spending spending;
  private final Pause pause;
  private final AtomicInteger unfit = new AtomicInteger();
  private ScoreScale scale;

  private ServedPrm(ServedSettings settings, EndpointLimits limits, String key, Pause pause) {
    this.settings = settings;
    this.limits = limits;
    this.pause = pause;
    this.family = PrmFamily.named(settings.family()).stated(settings.conventions());
    family.guesses().forEach(guess -> LOG.warn("{}: {}", settings.model(), guess));
    this.head = ServedHead.of(family);
    this.texts = ServedTexts.of(family, settings);
    this.post = JsonPost.of(limits.timeout(), key);
    this.spending = new Spending(limits);
    this.scale = settings.scale();
  }

  /**
   * Makes a client with the default limits, for a server that asks for no key; nothing is sent yet.
   *
   * @throws IllegalArgumentException if this family cannot be asked for on this route
   */
  public static ServedPrm connect(ServedSettings settings) {
    return connect(settings, EndpointLimits.withDefaults(), "");
  }

  /**
   * Makes a client; nothing is sent yet.
   *
   * @param key the API key, from the environment; empty for a server that asks for none
   * @throws IllegalArgumentException if this family cannot be asked for on this route
   */
  public static ServedPrm connect(ServedSettings settings, EndpointLimits limits, String key) {
    return connect(settings, limits, key, Pause.real());
  }

  static ServedPrm connect(
      ServedSettings settings, EndpointLimits limits, String key, Pause pause) {
    return new ServedPrm(settings, limits, key, pause);
  }

  /**
   * What one solution got.
   *
   * @param scores of its steps; absent if they are missing, and from an outcome model
   * @param outcome of an outcome model: the server's own number, larger is better, or, of two
   *     classes, the probability of the right one; absent if it is missing, and from a PRM
   * @param missing why there is nothing; empty if there is something
   */
  public record Scored(
      Solution solution, Optional<StepScores> scores, OptionalDouble outcome, String missing) {}

  /** Its name at the server. */
  public String name() {
    return settings.model();
  }

  /** Fingerprint of everything that decides what the server is asked. */
  public String configuration() {
    var print = new Fingerprint();
    settings.conventions().stated().forEach((kind, text) -> print.add(kind.toString(), text));
    return print
        .add("model", settings.model())
        .add("family", family.name())
        .add("route", settings.route())
        .add("task", settings.task())
        .hex()
        .substring(0, KEY_DIGITS);
  }

  /** Requests sent so far, failed ones included. */
  public long requests() {
    return spending.requests();
  }

  /** What the numbers are: as set, or, once scores were made, as the answers told. */
  public ScoreScale scale() {
    return scale;
  }

  /**
   * The scores of every solution, in their order. Answers are kept in memory only: for long work
   * give a {@link RewardJournal}.
   *
   * @throws IllegalStateException if a solution has no step scores, with how many and the first
   *     reason
   * @throws org.prmlab.llm.endpoint.EndpointException if the server refuses every request
   */
  public List<StepScores> score(List<Solution> solutions) {
    List<Scored> scored = score(solutions, RewardJournal.inMemory());
    List<Scored> without = scored.stream().filter(s -> s.scores().isEmpty()).toList();
    if (!without.isEmpty()) {
      Scored first = without.get(0);
      throw new IllegalStateException(
          "%d of %d solutions without step scores; the first, '%s': %s"
              .formatted(
                  without.size(),
                  scored.size(),
                  first.solution().id(),
                  isOutcome() ? name() + " scores whole solutions, not steps" : first.missing()));
    }
    return scored.stream().flatMap(s -> s.scores().stream()).toList();
  }

  /**
   * Scores solutions; the result is in their order. What the journal holds is not asked for again.
   *
   * @throws org.prmlab.llm.endpoint.EndpointException if the server refuses every request
   * @throws IllegalArgumentException if its numbers are not what the settings say
   */
  public List<Scored> score(List<Solution> solutions, RewardJournal journal) {
    List<Asked> asked = solutions.stream().map(s -> Asked.of(s, texts.of(s))).toList();
    List<Asked> open = asked.stream().filter(a -> !journal.has(a.key())).toList();
    RequestLine<Asked> line = new RequestLine<>(new Calls(journal), limits, spending, pause);
    Map<Asked, String> missing = line.run(open);
    List<Optional<RewardRows>> answers = new ArrayList<>();
    asked.forEach(a -> answers.add(journal.of(a.key())));
    resolveScale(answers.stream().flatMap(Optional::stream).toList());
    List<Scored> scored = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      Solution solution = solutions.get(i);
      Optional<RewardRows> rows = answers.get(i);
      scored.add(
          new Scored(
              solution,
              rows.filter(r -> !isOutcome()).map(r -> scores(solution, r)),
              rows.filter(r -> isOutcome())
                  .map(r -> OptionalDouble.of(outcome(r)))
                  .orElse(OptionalDouble.empty()),
              missing.getOrDefault(asked.get(i), "")));
    }
    return scored;
  }

  /** Whether it scores solutions as a whole. */
  public boolean isOutcome() {
    return ServedTexts.isWhole(family);
  }

  private double outcome(RewardRows rows) {
    double[] row = rows.rows().get(0);
    return head.width() == 1 ? row[0] : head.probability(row, scale, 0);
  }

  private void resolveScale(List<RewardRows> answers) {
    boolean ranksOnly = isOutcome() && head.width() == 1; // any scale ranks alike
    if (settings.scale() != ScoreScale.AUTO || answers.isEmpty() || ranksOnly) {
      return;
    }
    ScoreScale found = head.scale(answers);
    if (scale != ScoreScale.AUTO && scale != found) {
      throw new IllegalArgumentException(
          "earlier answers of '%s' were %s, these look like %s; say what they are"
              .formatted(name(), word(scale), word(found)));
    }
    scale = found;
  }

  private static String word(ScoreScale scale) {
    return scale.name().toLowerCase(java.util.Locale.ROOT);
  }

  private StepScores scores(Solution solution, RewardRows rows) {
    double[] values = new double[rows.rows().size()];
    try {
      for (int step = 0; step < values.length; step++) {
        values[step] = head.probability(rows.rows().get(step), scale, step);
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "solution '%s': %s".formatted(solution.id(), e.getMessage()), e);
    }
    return StepScores.of(
        name(), settings.conventions().meaning().orElseGet(family::meaning), solution, values);
  }

  /** A solution, the text that asks about it, and the key of the answer. */
  private record Asked(Solution solution, ServedText text, String key) {
    static Asked of(Solution solution, ServedText text) {
      String hash = new Fingerprint().add("text", text.json()).hex().substring(0, KEY_DIGITS);
      return new Asked(solution, text, solution.id() + "#" + hash);
    }
  }

  private final class Calls implements RequestLine.Calls<Asked> {
    private final RewardJournal journal;

    Calls(RewardJournal journal) {
      this.journal = journal;
    }

    @Override
    public boolean isOpen(Asked asked) {
      return !journal.has(asked.key());
    }

    @Override
    public long most(Asked asked) {
      return asked.text().mostTokens();
    }

    @Override
    public long send(Asked asked) throws CallFailure, InterruptedException {
      JsonNode answer = post.send(settings.uri(), settings.route().body(settings, asked.text()));
      long tokens = settings.route().tokens(answer);
      try {
        requireModel(answer);
        RewardRows rows =
            RewardRows.read(
                settings.route().results(answer),
                tokens,
                new RewardRows.Expected(asked.text(), texts.reads(asked.solution()), head.width()));
        journal.append(asked.key(), rows);
        unfit.set(Integer.MIN_VALUE);
        return tokens;
      } catch (UnfitAnswer e) {
        boolean none = unfit.incrementAndGet() >= UNFIT;
        throw CallFailure.unusable(
            none ? Reach.ENDPOINT : Reach.PASSING,
            (none ? "none of %d answers fits, the last: ".formatted(UNFIT) : "") + e.text(),
            tokens);
      }
    }

    @Override
    public long seed(Asked asked) {
      return asked.key().hashCode();
    }
  }

  private void requireModel(JsonNode answer) throws UnfitAnswer {
    String model = answer.path("model").asText(settings.model());
    if (!model.equals(settings.model())) {
      throw new UnfitAnswer(
          "answered by the model '%s', not '%s'; ask for the model by the server's own name"
              .formatted(model, settings.model()));
    }
  }

  @Override
  public void close() {
    texts.close();
  }
}
