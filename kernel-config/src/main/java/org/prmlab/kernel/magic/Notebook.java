package org.prmlab.kernel.magic;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a magic can do to the notebook it stands in. */
public interface Notebook {
  /** Makes jars and directories visible to the cells that follow. */
  void addToClassPath(List<Path> entries);

  /** Runs a source, magics included; its value or null. */
  @Nullable Object run(String source, String label);

  /** Shows a text on the page. */
  void show(String text);

  /** Shows a text of a MIME type on the page. */
  void show(String mimeType, String text);

  /** Opens the documentation of a name in the front end's pager; false if nothing is known. */
  boolean describe(String name);
}
