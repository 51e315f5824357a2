package org.prmlab.kernel.cell;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import jdk.jshell.Snippet;
import org.jspecify.annotations.Nullable;

/** The doc comments in the declarations of cells, which JShell itself does not tell. */
final class CellDocs {
  private static final String AROUND = "cell$";
  private static final Pattern CALL = Pattern.compile("([\\p{L}\\w$.]+)\\((.*)\\)");
  private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\w$.]*");

  private final Map<String, String> comments = new HashMap<>();

  private CellDocs() {}

  /** The comments of these declarations; a later one goes before an earlier one of its name. */
  static CellDocs of(List<Snippet> declarations) {
    CellDocs docs = new CellDocs();
    for (Snippet declaration : declarations) {
      if (declaration.source().contains("/**")) {
        docs.read(declaration.source());
      }
    }
    return docs;
  }

  /** The comment of what a signature such as {@code int Box.size(int a)} names. */
  Optional<String> of(String signature) {
    Matcher call = CALL.matcher(signature);
    if (call.find()) {
      String method = call.group(1);
      String key = method + "/" + count(call.group(2));
      String type = method.substring(method.lastIndexOf('.') + 1);
      return Optional.ofNullable(comments.getOrDefault(key, comments.get(method + "." + key)))
          .or(() -> Optional.ofNullable(comments.get(type + ".<init>/" + count(call.group(2)))))
          .or(
              () ->
                  signature.startsWith(method)
                      ? Optional.ofNullable(comments.get(method))
                      : Optional.empty());
    }
    Matcher name = NAME.matcher(signature);
    while (name.find()) {
      if (comments.containsKey(name.group())) {
        return Optional.ofNullable(comments.get(name.group()));
      }
    }
    return Optional.empty();
  }

  private static int count(String parameters) {
    String plain = parameters;
    while (plain.contains("<")) {
      String inner = plain.replaceAll("<[^<>]*>", "");
      if (inner.equals(plain)) {
        break;
      }
      plain = inner;
    }
    return plain.isBlank() ? 0 : plain.split(",", -1).length;
  }

  private void read(String source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavacTask task =
        (JavacTask)
            compiler.getTask(
                null, null, problem -> {}, List.of(), null, List.of(new Declaration(source)));
    try {
      DocTrees trees = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        new Comments(trees).scan(unit, "");
      }
    } catch (IOException e) {
      throw new IllegalStateException("a source in memory cannot be read", e);
    }
  }

  /** Collects comments; the argument of a visit is the name of the enclosing class and a dot. */
  private final class Comments extends TreePathScanner<@Nullable Void, String> {
    private final DocTrees trees;

    Comments(DocTrees trees) {
      this.trees = trees;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, String within) {
      String name = tree.getSimpleName().toString();
      if (name.equals(AROUND)) {
        return super.visitClass(tree, "");
      }
      keep(within + name);
      return super.visitClass(tree, within + name + ".");
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, String within) {
      keep(within + tree.getName() + "/" + tree.getParameters().size());
      return null; // what is declared inside a method has no name outside
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, String within) {
      Tree parent = getCurrentPath().getParentPath().getLeaf();
      if (parent instanceof ClassTree) {
        keep(within + tree.getName());
      }
      return null;
    }

    private void keep(String name) {
      String comment = trees.getDocComment(getCurrentPath());
      if (comment != null) {
        comments.put(name, comment.strip());
      }
    }
  }

  private static final class Declaration extends SimpleJavaFileObject {
    private final String source;

    Declaration(String source) {
      super(URI.create("string:///cell.java"), JavaFileObject.Kind.SOURCE);
      this.source = "class " + AROUND + " {\n" + source + "\n}";
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return source;
    }
  }
}
