package org.prmlab.model.jinja;

import java.util.HashMap;
import java.util.Map;

/**
 * A template, parsed. What it is given is data and is never read as template. The language is that
 * of Jinja 3 (jinja.palletsprojects.com) without inheritance, imports and call blocks, set up as
 * transformers' {@code chat_template_utils.py} does; what is not known here is an error.
 *
 * <p>Values are of String, Boolean, Long, Double, List, Map (in order, keyed by strings) and {@link
 * JinjaNone}. Safe for several threads.
 */
public final class JinjaTemplate {
  private final JinjaStatement statement;

  private JinjaTemplate(JinjaStatement statement) {
    this.statement = statement;
  }

  /**
   * Parses a template.
   *
   * @throws JinjaException with the line, if it is not valid
   */
  public static JinjaTemplate of(String source) {
    return new JinjaTemplate(
        new StatementParser(new JinjaCursor(JinjaLexer.tokens(source))).template());
  }

  /**
   * What it writes.
   *
   * @param variables by name
   * @throws JinjaException with the line, if it raises one itself or uses what is not there
   */
  public String render(Map<String, ?> variables) {
    Map<String, Object> all = new HashMap<>(JinjaFunctions.ALL);
    all.putAll(variables);
    var out = new StringBuilder();
    JinjaScope scope = JinjaScope.of(all);
    try {
      statement.run(scope, out);
      return out.toString();
    } catch (StackOverflowError e) {
      throw JinjaException.of("macros call each other without end");
    }
  }
}
