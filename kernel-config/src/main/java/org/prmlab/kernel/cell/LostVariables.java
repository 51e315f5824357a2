package org.prmlab.kernel.cell;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;

/** The variables that JShell declares anew, empty, because something they depend on was changed. */
final class LostVariables {
  private LostVariables() {}

  /** What to tell the user about the events of one statement; empty if nothing was lost. */
  static Optional<String> of(List<SnippetEvent> events) {
    String lost =
        events.stream()
            .filter(LostVariables::isLoss)
            .map(event -> ((DeclarationSnippet) event.snippet()).name())
            .distinct()
            .collect(Collectors.joining(", "));
    return lost.isEmpty()
        ? Optional.empty()
        : Optional.of(
            cause(events.get(0).snippet())
                + "; these variables lost their values, run the cells that set them again: "
                + lost);
  }

  private static boolean isLoss(SnippetEvent event) {
    return event.snippet().kind() == Snippet.Kind.VAR
        && event.causeSnippet() != null
        && event.previousStatus() == Snippet.Status.VALID
        && event.status() != Snippet.Status.OVERWRITTEN
        && event.isSignatureChange();
  }

  private static String cause(Snippet changed) {
    if (changed.kind() == Snippet.Kind.IMPORT) {
      return Objects.toString(changed.source()).strip() + " gives their types another meaning";
    }
    return changed instanceof DeclarationSnippet declared
        ? declared.name() + " was declared again with another shape"
        : "what they depend on was declared again";
  }
}
