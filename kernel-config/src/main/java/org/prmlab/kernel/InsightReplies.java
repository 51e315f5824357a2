package org.prmlab.kernel;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.prmlab.kernel.cell.CodeInsight;
import org.prmlab.kernel.wire.Message;

/**
 * The replies about code that was not run. Jupyter counts cursors in Unicode code points, Java in
 * characters; the change from one to the other is here.
 */
final class InsightReplies {
  private final CodeInsight insight;
  private final MagicsRegistry magics;

  InsightReplies(CodeInsight insight, MagicsRegistry magics) {
    this.insight = insight;
    this.magics = magics;
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
    List<Documentation> found = insight.document(code, cursor(request, code));
    JsonObject data = new JsonObject();
    if (!found.isEmpty()) {
      data.addProperty(
          "text/plain",
          found.stream().map(InsightReplies::text).collect(Collectors.joining("\n\n")));
      data.addProperty(
          "text/html", found.stream().map(InsightReplies::html).collect(Collectors.joining()));
    }
    JsonObject reply = Session.ok();
    reply.addProperty("found", !found.isEmpty());
    reply.add("data", data);
    reply.add("metadata", new JsonObject());
    return reply;
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
    Set<String> names =
        new TreeSet<>(wholeCell ? magics.getCellMagicNames() : magics.getLineMagicNames());
    if (!wholeCell) {
      names.add("time");
    }
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
