package org.prmlab.report;

/** Text made safe for a page. */
public final class Html {
  private Html() {}

  /** Text with the five characters that HTML reads replaced. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
