package org.prmlab.prm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.EngineException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.prmlab.model.Checkpoint;
import org.prmlab.model.ComputeSettings;
import org.prmlab.model.Decoder;
import org.prmlab.model.Fixture;
import org.prmlab.model.TokenRow;

class ScoringRunTest {
  private static final Fixture FIXTURE = Fixture.named("qwen2-prm");

  /** A device: a real decoder that can hold so many rows at once. */
  private static final class Device implements RowScorer {
    private final RowScorer decoder =
        RowScorer.of(
            Decoder.load(
                Checkpoint.read(FIXTURE.folder()),
                new Qwen2TwoClassPrm().head(LabelTokens.NONE),
                ComputeSettings.withDefaults().withDevice("cpu")));
    private final int capacity;
    private final List<Integer> computed = Collections.synchronizedList(new ArrayList<>());

    Device(int capacity) {
      this.capacity = capacity;
    }

    @Override
    public float[][][] logits(List<TokenRow> rows, int shared) {
      if (rows.size() > capacity) {
        throw new EngineException("CUDA out of memory. Tried to allocate 2.00 GiB");
      }
      computed.add(rows.size());
      return decoder.logits(rows, shared);
    }

    @Override
    public int lanes() {
      return 1;
    }

    @Override
    public int tokensTogether() {
      return Integer.MAX_VALUE;
    }

    @Override
    public void close() {
      decoder.close();
    }
  }

  private static List<TokenRow> rows() {
    List<TokenRow> rows = new ArrayList<>();
    IntStream.range(0, 4).forEach(i -> rows.addAll(FIXTURE.rows()));
    return rows;
  }

  private static double[] scores(ScoringRun run, List<TokenRow> rows) {
    List<String> groups = IntStream.range(0, rows.size()).mapToObj(Integer::toString).toList();
    return IntStream.range(0, 1)
        .mapToObj(i -> run.logits(rows, groups, ScoringProgress.silent()))
        .flatMap(java.util.Arrays::stream)
        .flatMap(java.util.Arrays::stream)
        .mapToDouble(l -> Links.softmax(l, 1))
        .toArray();
  }

  private static double[] expected() {
    return IntStream.range(0, 4)
        .mapToObj(i -> FIXTURE.scores())
        .flatMapToDouble(java.util.Arrays::stream)
        .toArray();
  }

  @Test
  void severalDevicesShareTheWorkAndGiveTheSameScores() throws InterruptedException {
    var met = new CountDownLatch(2); // neither device goes on before both have a batch
    var devices =
        IntStream.range(0, 2)
            .mapToObj(
                i ->
                    new RowScorer() {
                      private final Device device = new Device(100);

                      @Override
                      public float[][][] logits(List<TokenRow> rows, int shared) {
                        met.countDown();
                        try {
                          met.await();
                        } catch (InterruptedException e) {
                          throw new IllegalStateException(e);
                        }
                        return device.logits(rows, shared);
                      }

                      @Override
                      public int lanes() {
                        return 1;
                      }

                      @Override
                      public int tokensTogether() {
                        return Integer.MAX_VALUE;
                      }

                      @Override
                      public void close() {
                        device.close();
                      }
                    })
            .toList();
    try (var run = new ScoringRun(List.copyOf(devices), 300)) {
      assertArrayEquals(expected(), scores(run, rows()), 1e-5);
    }
    for (var device : devices) {
      assertTrue(device.device.computed.size() > 0, "each device took work");
    }
  }

  @Test
  void aBatchThatDoesNotFitIsHalvedUntilItDoes() {
    Device small = new Device(3);
    try (var run = new ScoringRun(List.of(small), 100_000)) {
      assertArrayEquals(expected(), scores(run, rows()), 1e-5);
    }
    assertEquals(20, small.computed.stream().mapToInt(i -> i).sum(), "every row once");
    assertTrue(small.computed.stream().allMatch(n -> n == 2 || n == 3), "halves of halves of 20");
  }

  @Test
  void oneRowThatDoesNotFitIsAnError() {
    try (var run = new ScoringRun(List.of(new Device(0), new Device(0)), 300)) {
      var error = assertThrows(EngineException.class, () -> scores(run, rows()));
      assertEquals("CUDA out of memory. Tried to allocate 2.00 GiB", error.getMessage());
    }
  }

  @Test
  void progressCountsEveryRowOnce() {
    List<ScoringProgress.State> states = new ArrayList<>();
    List<TokenRow> rows = rows();
    List<String> groups = Collections.nCopies(rows.size(), "one");
    try (var run = new ScoringRun(List.of(new Device(9), new Device(2)), 300)) {
      run.logits(rows, groups, states::add);
    }
    ScoringProgress.State last = states.get(states.size() - 1);
    assertEquals(20, last.done());
    assertEquals(last.tokensTotal(), last.tokensDone());
  }

  @Test
  void anInterruptedRunEndsAfterTheBatchesItIsAt() {
    var calls = new AtomicInteger();
    Thread caller = Thread.currentThread();
    RowScorer scorer =
        new RowScorer() {
          @Override
          public float[][][] logits(List<TokenRow> rows, int shared) {
            if (calls.incrementAndGet() == 1) {
              caller.interrupt();
              while (caller.isInterrupted()) {
                Thread.onSpinWait(); // until the caller has noticed
              }
            }
            LockSupport.parkNanos(50_000_000);
            return new float[rows.size()][0][];
          }

          @Override
          public int lanes() {
            return 1;
          }

          @Override
          public int tokensTogether() {
            return Integer.MAX_VALUE;
          }

          @Override
          public void close() {}
        };
    try (var run = new ScoringRun(List.of(scorer), 1)) {
      var error = assertThrows(CancellationException.class, () -> scores(run, rows()));
      assertEquals("scoring was interrupted", error.getMessage());
      assertTrue(Thread.interrupted(), "the interrupt is kept");
    }
    assertTrue(calls.get() < 20, "not all of the 20 batches: " + calls);
  }
}
