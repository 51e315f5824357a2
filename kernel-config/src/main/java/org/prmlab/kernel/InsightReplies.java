package org.prmlab.kernel;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.prmlab.kernel.cell.CodeInsight;
import org.prmlab.kernel.magic.MagicNames;
import org.prmlab.kernel.wire.Message;

/**
 * The replies about code that was not run. Jupyter counts cursors in Unicode code points, Java in
 * characters; the change from one to the other is here.
 */
final class InsightReplies {
  private final CodeInsight insight;
  private final MagicNames magics;

  InsightReplies(CodeInsight insight, MagicsRegistry magics) {
    this.insight = insight;
    this.magics = new MagicNames(magics);
  }

  /** Does once what the first completion would wait for: the names of every import. */
  void prepare() {
    var unused = insight.complete("Obj", 3);
    System.gc(); // gives back what the compiler took for it; nobody waits at this moment
  }

  JsonObject complete(Message request) {
    String code = request.text("code");
    CodeInsight.Completions found = completions(code, cursor(request, code));
    JsonObject reply = Session.ok();
    reply.add("matches", Session.array(found.matches()));
    reply.addProperty("cursor_start", code.codePointCount(0, found.start()));
    reply.addProperty("cursor_end", code.codePointCount(0, found.end()));
    reply.add("metadata", new JsonObject());
    return reply;
  }

  JsonObject inspect(Message request) {
    String code = request.text("code");
    JsonObject data = documentation(insight.document(code, cursor(request, code)));
    JsonObject reply = Session.ok();
    reply.addProperty("found", data.size() > 0);
    reply.add("data", data);
    reply.add("metadata", new JsonObject());
    return reply;
  }

  /** What is known of a name, as text and as HTML; an empty object if nothing is. */
  static JsonObject documentation(List<Documentation> found) {
    JsonObject data = new JsonObject();
    if (!found.isEmpty()) {
      data.addProperty(
          "text/plain",
          found.stream().map(InsightReplies::text).collect(Collectors.joining("\n\n")));
      data.addProperty(
          "text/html", found.stream().map(InsightReplies::html).collect(Collectors.joining()));
    }
    return data;
  }

  JsonObject isComplete(Message request) {
    CodeInsight.Completeness found = insight.completeness(request.text("code"));
    JsonObject reply = new JsonObject();
    reply.addProperty("status", found.status());
    if (found.status().equals("incomplete")) {
      reply.addProperty("indent", found.indent());
    }
    return reply;
  }

  private CodeInsight.Completions completions(String code, int cursor) {
    int start = code.lastIndexOf('\n', cursor - 1) + 1;
    String line = code.substring(start, cursor);
    if (!line.startsWith("%") || line.contains(" ")) {
      return insight.complete(code, cursor);
    }
    boolean wholeCell = line.startsWith("%%");
    List<String> names = wholeCell ? magics.ofCells() : magics.ofLines();
    String typed = line.substring(wholeCell ? 2 : 1);
    List<String> matches = names.stream().filter(name -> name.startsWith(typed)).toList();
    return new CodeInsight.Completions(matches, cursor - typed.length(), cursor);
  }

  private static int cursor(Message request, String code) {
    int points = code.codePointCount(0, code.length());
    int cursor = Math.max(0, Math.min(points, request.number("cursor_pos", points)));
    return code.offsetByCodePoints(0, cursor);
  }

  private static String text(Documentation one) {
    String javadoc = one.javadoc() == null ? "" : one.javadoc();
    String plain = javadoc.replaceAll("<[^>]*>", "").replaceAll("\\{@\\w+\\s+([^}]*)}", "$1");
    return (one.signature() + "\n" + plain.strip()).strip();
  }

  private static String html(Documentation one) {
    String signature =
        one.signature().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    String javadoc = one.javadoc() == null ? "" : one.javadoc();
    return "<p><code><b>" + signature + "</b></code></p>" + javadoc;
  }
}
