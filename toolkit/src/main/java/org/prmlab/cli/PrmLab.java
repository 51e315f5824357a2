package org.prmlab.cli;

import java.util.Locale;
import org.prmlab.answer.AnswerRule;
import org.prmlab.cli.agree.AgreeCommand;
import org.prmlab.cli.agree.FilterCommand;
import org.prmlab.cli.common.CommandModule;
import org.prmlab.cli.common.Examples;
import org.prmlab.cli.common.Failures;
import org.prmlab.cli.common.Named;
import org.prmlab.cli.data.ConvertCommand;
import org.prmlab.cli.data.FetchCommand;
import org.prmlab.cli.data.GradeCommand;
import org.prmlab.cli.data.WordProblemsCommand;
import org.prmlab.cli.evaluate.CompareCommand;
import org.prmlab.cli.evaluate.EvaluateCommand;
import org.prmlab.cli.label.LabelCommand;
import org.prmlab.cli.label.RolloutOptions;
import org.prmlab.cli.label.SelectCommand;
import org.prmlab.cli.score.ScoreCommand;
import org.prmlab.cli.score.SearchCommand;
import org.prmlab.cli.score.SearchOptions;
import org.prmlab.cli.score.SearchRun;
import org.prmlab.cli.spark.SparkCommand;
import org.prmlab.cli.tabletop.FindingsCommand;
import org.prmlab.cli.tabletop.TabletopCommand;
import org.prmlab.cli.train.TrainCommand;
import org.prmlab.data.Aggregation;
import org.prmlab.data.NeutralRating;
import org.prmlab.data.ScoreMeaning;
import org.prmlab.data.ToolkitVersion;
import org.prmlab.evaluation.bestofn.Estimator;
import org.prmlab.format.Alternatives;
import org.prmlab.format.Formats;
import org.prmlab.format.PrmBench;
import org.prmlab.format.RecordFormat;
import org.prmlab.format.StepDivision;
import org.prmlab.format.UnlabeledStep;
import org.prmlab.format.WritableFormat;
import org.prmlab.labeling.AgreementRule;
import org.prmlab.labeling.judge.JudgePromptFormat;
import org.prmlab.labeling.judge.VerdictScore;
import org.prmlab.llm.endpoint.ContinuationStyle;
import org.prmlab.served.RewardRoute;
import org.prmlab.served.ScoreScale;
import org.prmlab.training.LabelsAfterError;
import org.prmlab.training.RateDecay;
import org.prmlab.training.TargetKind;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The root of the command line. Exit codes: 0 done, 1 failed, 2 wrong usage. */
@Command(
    name = "prmlab",
    description = "A research toolkit for process reward models in mathematical reasoning.",
    mixinStandardHelpOptions = true,
    scope = CommandLine.ScopeType.INHERIT,
    versionProvider = PrmLab.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      AgreeCommand.class,
      AuditCommand.class,
      CompareCommand.class,
      CompletionCommand.class,
      ConvertCommand.class,
      DoctorCommand.class,
      EvaluateCommand.class,
      FetchCommand.class,
      FilterCommand.class,
      FindingsCommand.class,
      GradeCommand.class,
      LabelCommand.class,
      RunCommand.class,
      ScoreCommand.class,
      SearchCommand.class,
      SelectCommand.class,
      SiteCommand.class,
      SparkCommand.class,
      TabletopCommand.class,
      TrainCommand.class,
      WordProblemsCommand.class
    })
public final class PrmLab implements Runnable {
  private static final String[] LAUNCHER_COMMANDS = {
    "",
    "The launcher itself has three more, which need no help from Java:",
    "  lab       JupyterLab on notebooks/, with everything set up.",
    "  test      All tests, notebooks included; --browser drives JupyterLab too.",
    "  kernel    Install the kernelspec elsewhere; see prmlab kernel --help.",
    "",
    "Exit codes: 0 done, 1 failed, 2 wrong usage."
  };

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before run()
  private CommandSpec spec;

  @Option(
      names = "--verbose",
      description = "Show the whole stack trace of an error.",
      scope = CommandLine.ScopeType.INHERIT)
  private boolean verbose;

  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    System.exit(commandLine().execute(args));
  }

  /** The whole command line, as {@code main} runs it; tests run it the same way. */
  public static CommandLine commandLine() {
    PrmLab root = new PrmLab();
    CommandLine line = new CommandLine(root);
    CommandModule.addAll(line); // first: what is added later gets the footer of the root
    line.getCommandSpec().usageMessage().footer(LAUNCHER_COMMANDS);
    line.registerConverter(AgreementRule.class, Named.constant(AgreementRule.class));
    line.registerConverter(AnswerRule.class, Named.constant(AnswerRule.class));
    line.registerConverter(
        CompareCommand.Measure.class, Named.constant(CompareCommand.Measure.class));
    line.registerConverter(ContinuationStyle.class, Named.constant(ContinuationStyle.class));
    line.registerConverter(JudgePromptFormat.class, Named.constant(JudgePromptFormat.class));
    line.registerConverter(
        RolloutOptions.Strategy.class, Named.constant(RolloutOptions.Strategy.class));
    line.registerConverter(
        SearchOptions.Strategy.class, Named.constant(SearchOptions.Strategy.class));
    line.registerConverter(SearchRun.Unanswered.class, Named.constant(SearchRun.Unanswered.class));
    line.registerConverter(SelectCommand.Method.class, Named.constant(SelectCommand.Method.class));
    line.registerConverter(Aggregation.class, Named.constant(Aggregation.class));
    line.registerConverter(ScoreMeaning.class, Named.constant(ScoreMeaning.class));
    line.registerConverter(Estimator.class, Named.constant(Estimator.class));
    line.registerConverter(NeutralRating.class, Named.constant(NeutralRating.class));
    line.registerConverter(
        PrmBench.ErrorBeyondEnd.class, Named.constant(PrmBench.ErrorBeyondEnd.class));
    line.registerConverter(Alternatives.class, Named.constant(Alternatives.class));
    line.registerConverter(StepDivision.class, Named.by(StepDivision::named));
    line.registerConverter(UnlabeledStep.class, Named.constant(UnlabeledStep.class));
    line.registerConverter(LabelsAfterError.class, Named.constant(LabelsAfterError.class));
    line.registerConverter(RateDecay.class, Named.constant(RateDecay.class));
    line.registerConverter(RewardRoute.class, Named.constant(RewardRoute.class));
    line.registerConverter(ScoreScale.class, Named.constant(ScoreScale.class));
    line.registerConverter(VerdictScore.class, Named.constant(VerdictScore.class));
    line.registerConverter(TargetKind.class, Named.constant(TargetKind.class));
    line.registerConverter(RecordFormat.class, Named.by(Formats::named));
    line.registerConverter(WritableFormat.class, Named.by(Formats::writable));
    Failures.inOneLine(line, () -> root.verbose);
    Examples.read().addTo(line);
    return line;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** The version in the jar's manifest. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {ToolkitVersion.text()};
    }
  }
}
