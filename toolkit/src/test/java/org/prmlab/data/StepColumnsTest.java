package org.prmlab.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class StepColumnsTest {
  private static StepColumns columns(String... ids) {
    StepColumns.Builder builder = new StepColumns.Builder();
    for (String id : ids) {
      for (int step = 0; step < id.length(); step++) {
        builder.add((id.charAt(step) - '0') / 8.0);
      }
      builder.end(id);
    }
    return builder.build();
  }

  @Test
  void leadingStepsAreThoseAboveTheThresholdBeforeTheFirstThatIsNot() {
    StepColumns columns = columns("842", "088", "888");
    assertEquals(2, columns.leadingCorrect(0, 0.25));
    assertEquals(1, columns.leadingCorrect(0, 0.5));
    assertEquals(0, columns.leadingCorrect(1, 0));
    assertEquals(3, columns.leadingCorrect(2, 0.875));
  }

  @Test
  void anotherOrderIsFollowedById() {
    StepColumns one = columns("12", "345", "6");
    StepColumns other = columns("6", "12", "345");
    StepColumns same = one.inOrderOf(other);
    for (int i = 0; i < 3; i++) {
      assertEquals(other.id(i), same.id(i));
      assertEquals(other.rate(i, 0), same.rate(i, 0));
    }
    assertSame(one, one.inOrderOf(columns("12", "345", "6")));
  }

  @Test
  void solutionsThatDoNotMatchAreNamed() {
    assertEquals(
        "solution '7' is not in both with the same number of steps",
        assertThrows(
                IllegalArgumentException.class,
                () -> columns("12", "3").inOrderOf(columns("12", "7")))
            .getMessage());
    assertEquals(
        "2 and 1 solutions; expected labels of the same ones",
        assertThrows(
                IllegalArgumentException.class, () -> columns("12", "3").inOrderOf(columns("12")))
            .getMessage());
  }

  @Test
  void stepsOfASolutionThatIsNotClosedAreForgotten() {
    StepColumns.Builder builder = new StepColumns.Builder();
    builder.add(1);
    builder.end("a");
    builder.add(0);
    assertEquals(1, builder.open());
    assertEquals(1, builder.build().steps());
  }
}
