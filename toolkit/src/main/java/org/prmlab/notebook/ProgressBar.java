package org.prmlab.notebook;

import java.util.Collection;
import java.util.Iterator;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.prmlab.prm.ScoringProgress;
import org.prmlab.stats.Statistic;

/**
 * Says how far a long call is: a bar that is drawn over itself, on a page or on a terminal.
 *
 * <pre>{@code
 * prm.score(solutions, ProgressBar.of("scoring", "solutions"));
 * for (Solution solution : ProgressBar.of("judging", "solutions").over(solutions)) { ... }
 * bootstrap.interval(clusters, ProgressBar.of("drawing", "resamples").over(statistic, 2000));
 * }</pre>
 *
 * <p>It is drawn when work begins, at most twice a second, and once more at the end. The last state
 * stays; it holds no times, so a page that is run again stays the same. Safe to use from several
 * threads.
 */
public final class ProgressBar implements ScoringProgress, LongConsumer, AutoCloseable {
  private static final long DRAW_NANOS = 500_000_000;

  private final String work;
  private final String unit;
  private final ProgressPlace place;
  private final LongSupplier clock;
  private final long begin;
  private ProgressState state;
  private long drawn;
  private boolean ended;

  ProgressBar(String work, String unit, ProgressPlace place, LongSupplier clock) {
    this.work = work;
    this.unit = unit;
    this.place = place;
    this.clock = clock;
    begin = clock.getAsLong();
    drawn = begin - DRAW_NANOS;
    state = new ProgressState(0, 0, 0, 0);
  }

  /** A bar such as {@code of("scoring", "solutions")}, where this program shows its progress. */
  public static ProgressBar of(String work, String unit) {
    return new ProgressBar(work, unit, ProgressPlace.here(), System::nanoTime);
  }

  /** How much work there is, for calls that do not know it. */
  public synchronized ProgressBar outOf(long total) {
    state = new ProgressState(state.done(), total, 0, 0);
    return this;
  }

  /** A scoring run is this far. */
  @Override
  public synchronized void update(State run) {
    state = new ProgressState(run.done(), run.total(), run.tokensPerSecond(), run.left().toNanos());
    advance();
  }

  /** So much is done, counted from the beginning. */
  @Override
  public synchronized void accept(long done) {
    long elapsed = clock.getAsLong() - begin;
    long left = done == 0 ? 0 : (long) ((double) elapsed / done * (state.total() - done));
    state = new ProgressState(done, state.total(), 0, left);
    advance();
  }

  /** One more is done. */
  public synchronized void step() {
    accept(state.done() + 1);
  }

  /** The same elements; each counts as done when the next is asked for. */
  public <T> Iterable<T> over(Collection<T> elements) {
    outOf(elements.size());
    return () -> new Counted<>(elements.iterator(), this);
  }

  /** The same statistic; each value of it counts as one of so many resamples. */
  public Statistic over(Statistic statistic, int resamples) {
    outOf(resamples + 1L); // and the value of all rows itself
    return weights -> {
      double value = statistic.of(weights);
      step();
      return value;
    };
  }

  /** The work is over, also if not all of it was done. */
  @Override
  public synchronized void close() {
    if (!ended) {
      ended = true;
      place.end(state.atEnd(work, unit));
    }
  }

  private void advance() {
    long now = clock.getAsLong();
    if (state.total() > 0 && state.done() >= state.total()) {
      close();
    } else if (!ended && now - drawn >= DRAW_NANOS) {
      drawn = now;
      place.draw(state.underWay(work, unit));
    }
  }

  private static final class Counted<T> implements Iterator<T> {
    private final Iterator<T> elements;
    private final ProgressBar bar;
    private long handedOut;

    Counted(Iterator<T> elements, ProgressBar bar) {
      this.elements = elements;
      this.bar = bar;
    }

    @Override
    public boolean hasNext() {
      boolean more = elements.hasNext();
      if (!more) {
        bar.accept(handedOut);
        bar.close();
      }
      return more;
    }

    @Override
    public T next() {
      T element = elements.next();
      bar.accept(handedOut);
      handedOut++;
      return element;
    }
  }
}
