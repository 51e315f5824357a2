package org.prmlab.tabletop.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.prmlab.llm.SampleSeeds;
import org.prmlab.tabletop.program.Program;
import org.prmlab.tabletop.program.Tier;
import org.prmlab.tabletop.program.WrittenProgram;

/**
 * Random problems with their ids.
 *
 * @param name of what they are for; problems of other names are other problems
 * @param each how many of every tier, easiest first
 */
record ProgramDraw(String name, List<Integer> each, long seed) {
  public ProgramDraw {
    each = List.copyOf(each);
  }

  static ProgramDraw of(WorldFolder world, String name, int... each) {
    return new ProgramDraw(name, Arrays.stream(each).boxed().toList(), world.seed());
  }

  /** One of them, e.g. {@code t3-00041}. */
  public record Named(String id, Program program) {}

  /** All of them, tier by tier. */
  public List<Named> problems() {
    var random = new SplittableRandom(SampleSeeds.of(seed, name));
    List<Named> problems = new ArrayList<>();
    for (Tier tier : Tier.values()) {
      for (int i = 0; i < each.get(tier.index()); i++) {
        String id = String.format(Locale.ROOT, "t%d-%05d", tier.index() + 1, i);
        problems.add(new Named(id, Program.draw(tier, random)));
      }
    }
    return problems;
  }

  /** Solutions of all of them, those of a problem one after the other. */
  List<WrittenProgram> answers(ProgramSampler sampler, int samples, String generator) {
    List<Named> problems = problems();
    List<Program> programs = problems.stream().map(Named::program).toList();
    int[][][] drawn =
        sampler.solve(programs, samples, SampleSeeds.of(seed, name + " " + generator));
    List<WrittenProgram> written = new ArrayList<>();
    for (int i = 0; i < drawn.length; i++) {
      for (int[] tokens : drawn[i]) {
        written.add(WrittenProgram.of(problems.get(i).id(), programs.get(i), tokens, generator));
      }
    }
    return written;
  }
}
