package org.prmlab.kernel;

import java.util.List;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.jspecify.annotations.Nullable;
import org.prmlab.kernel.magic.MagicNames;

/** The functions of every notebook that the base library does not have. */
public final class NotebookFunctions {
  private NotebookFunctions() {}

  /** The kernel that runs this notebook. */
  public static JavaKernel kernel() {
    return (JavaKernel) BaseKernel.notebookKernel();
  }

  /** The kernel that runs this notebook, by IJava's name. */
  public static JavaKernel getKernelInstance() {
    return kernel();
  }

  /** Runs {@code %name arguments}. */
  @SuppressWarnings("TypeParameterUnusedInFormals") // as in IJava: the call site says the type
  public static <T> @Nullable T lineMagic(String name, List<String> arguments) throws Exception {
    JavaKernel kernel = kernel();
    new MagicNames(kernel.getMagicsRegistry()).requireLine(name);
    return kernel.getMagicsRegistry().evalLineMagic(kernel, name, arguments);
  }

  /** Runs {@code %%name arguments} over a body. */
  @SuppressWarnings("TypeParameterUnusedInFormals") // as in IJava: the call site says the type
  public static <T> @Nullable T cellMagic(String name, List<String> arguments, String body)
      throws Exception {
    JavaKernel kernel = kernel();
    new MagicNames(kernel.getMagicsRegistry()).requireCell(name);
    return kernel.getMagicsRegistry().evalCellMagic(kernel, name, arguments, body);
  }
}
