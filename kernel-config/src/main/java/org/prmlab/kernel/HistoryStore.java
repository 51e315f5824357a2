package org.prmlab.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.prmlab.kernel.wire.Message;

/** The inputs of this session and their text results, as {@code history_request} asks for them. */
final class HistoryStore {
  private static final int SESSION = 1;

  private record Entry(int line, String input, String output) {}

  private final List<Entry> entries = new ArrayList<>();

  synchronized void add(int line, String input, String output) {
    entries.add(new Entry(line, input, output));
  }

  /** The content of the reply to a history request. */
  synchronized JsonObject reply(Message request) {
    List<Entry> found =
        switch (request.text("hist_access_type")) {
          case "range" -> range(request);
          case "search" -> search(request);
          default -> last(entries, request.number("n", entries.size()));
        };
    JsonArray history = new JsonArray();
    for (Entry entry : found) {
      history.add(tuple(entry, request.isTrue("output", false)));
    }
    JsonObject content = new JsonObject();
    content.addProperty("status", "ok");
    content.add("history", history);
    return content;
  }

  private List<Entry> range(Message request) {
    int session = request.number("session", 0);
    if (session != 0 && session != SESSION) {
      return List.of();
    }
    int start = request.number("start", 1);
    int stop = request.number("stop", Integer.MAX_VALUE);
    return entries.stream().filter(e -> e.line() >= start && e.line() < stop).toList();
  }

  private List<Entry> search(Message request) {
    Pattern glob = glob(request.text("pattern"));
    List<Entry> found =
        entries.stream().filter(entry -> glob.matcher(entry.input()).matches()).toList();
    if (request.isTrue("unique", false)) {
      Map<String, Entry> latest = new LinkedHashMap<>();
      for (Entry entry : found) {
        latest.remove(entry.input());
        latest.put(entry.input(), entry);
      }
      found = List.copyOf(latest.values());
    }
    return last(found, request.number("n", found.size()));
  }

  private static List<Entry> last(List<Entry> from, int count) {
    return List.copyOf(from.subList(Math.max(0, from.size() - Math.max(0, count)), from.size()));
  }

  private static JsonArray tuple(Entry entry, boolean withOutput) {
    JsonArray tuple = new JsonArray();
    tuple.add(SESSION);
    tuple.add(entry.line());
    if (withOutput) {
      JsonArray pair = new JsonArray();
      pair.add(entry.input());
      pair.add(entry.output());
      tuple.add(pair);
    } else {
      tuple.add(entry.input());
    }
    return tuple;
  }

  /** {@code *} is any text, {@code ?} one character; everything else stands for itself. */
  private static Pattern glob(String pattern) {
    String regex =
        pattern
            .codePoints()
            .mapToObj(
                c ->
                    c == '*'
                        ? ".*"
                        : c == '?' ? "." : Pattern.quote(new String(Character.toChars(c))))
            .collect(Collectors.joining());
    return Pattern.compile(regex, Pattern.DOTALL);
  }
}
