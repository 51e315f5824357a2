package org.prmlab.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is read of a file beside ids, problems, generators, numbers of steps and verdicts.
 *
 * @param sources whose labels, each read into a column of its own; empty text for the first source
 *     of each record
 * @param prms whose scores; empty text for those of every PRM and outcome model
 * @param fields fields that the toolkit does not read, as JSON text without its quotes
 * @param texts what is made of the texts of each solution; texts themselves are not kept
 */
public record ColumnRequest(
    List<String> sources, List<String> prms, List<String> fields, Optional<DerivedTexts> texts) {
  /** The name by which the first source of a record is asked for. */
  public static final String FIRST_SOURCE = "";

  /** The name by which the scores of every PRM and outcome model are asked for. */
  public static final String EVERY_PRM = "";

  public ColumnRequest {
    sources = List.copyOf(sources);
    prms = List.copyOf(prms);
    fields = List.copyOf(fields);
  }

  /** Nothing more. */
  public static ColumnRequest withDefaults() {
    return new ColumnRequest(List.of(), List.of(), List.of(), Optional.empty());
  }

  /** Also the labels of this source. */
  public ColumnRequest withSource(String source) {
    return new ColumnRequest(with(sources, source), prms, fields, texts);
  }

  /** Also the scores of this PRM. */
  public ColumnRequest withPrm(String prm) {
    return new ColumnRequest(sources, with(prms, prm), fields, texts);
  }

  /** Also this field. */
  public ColumnRequest withField(String field) {
    return new ColumnRequest(sources, prms, with(fields, field), texts);
  }

  /** Also the scores of every PRM and outcome model, of which {@link SolutionColumns} has names. */
  public ColumnRequest withEveryPrm() {
    return withPrm(EVERY_PRM);
  }

  /** Also what is made of the texts. */
  public ColumnRequest withTexts(DerivedTexts texts) {
    return new ColumnRequest(sources, prms, fields, Optional.of(texts));
  }

  private static List<String> with(List<String> some, String more) {
    List<String> all = new ArrayList<>(some);
    if (!all.contains(more)) {
      all.add(more);
    }
    return all;
  }
}
