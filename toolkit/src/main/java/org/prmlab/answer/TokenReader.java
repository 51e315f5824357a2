package org.prmlab.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.prmlab.answer.Token.Kind;

/** Cuts a plain answer into tokens. */
final class TokenReader {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s+|(?<grouped>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?![\\d,]))"
              + "|(?<number>(?:\\d+(?:\\.\\d+)?|\\.\\d+)(?:[eE][-+]?\\d+)?)"
              + "|\\\\(?:text|textrm|textnormal|textsf|mathrm|textbf|textit|mathit|mbox|hbox|operatorname|mathbf|rm)\\s*\\{(?<prose>[^{}]*)}"
              + "|\\\\begin\\s*\\{(?<open>[pbB]?matrix|array)}(?:\\s*\\{[clr|]*})?"
              + "|\\\\end\\s*\\{(?<close>[pbB]?matrix|array)}"
              + "|\\\\mathbb\\s*\\{?\\s*(?<set>[A-Z])\\s*}?|(?<newline>\\\\\\\\)"
              + "|(?<brace>\\\\[{}|])|\\\\(?<command>[a-zA-Z]+)|(?<letters>\\p{L}+)|(?<sign>.)",
          Pattern.DOTALL);
  private static final Set<String> SHORT_WORDS =
      Set.of(
          "cm", "mm", "km", "kg", "mg", "ml", "mL", "ft", "in", "lb", "oz", "hr", "am", "pm", "mi",
          "sq", "or", "of", "to", "is", "no", "No", "NO", "by");
  private static final Set<String> GREEK =
      Set.of(
          "alpha",
          "beta",
          "gamma",
          "delta",
          "theta",
          "lambda",
          "mu",
          "phi",
          "omega",
          "sigma",
          "tau",
          "rho",
          "epsilon",
          "varphi",
          "varepsilon",
          "eta",
          "kappa",
          "nu",
          "xi",
          "psi",
          "zeta");
  private static final Pattern PRODUCT_OF_LETTERS =
      Pattern.compile("[a-c]{3}|[x-z]{3}|[p-t]{3}|[k-n]{3}");

  private final List<Token> tokens = new ArrayList<>();
  private int depth;

  private TokenReader() {}

  static List<Token> read(String plain) {
    TokenReader reader = new TokenReader();
    Matcher matcher = TOKEN.matcher(plain);
    int at = 0;
    while (at < plain.length() && matcher.find(at)) {
      at = reader.accept(matcher);
    }
    return List.copyOf(reader.tokens);
  }

  /** Adds the token found; returns where the next one starts. */
  private int accept(Matcher m) {
    if (m.group("grouped") != null) {
      return acceptGrouped(m);
    }
    if (m.group("number") != null) {
      add(Kind.NUMBER, m.group("number"));
    } else if (m.group("prose") != null) {
      addProse(m.group("prose"));
    } else if (m.group("set") != null) {
      add(Kind.COMMAND, m.group("set").equals("R") ? "reals" : "mathbb " + m.group("set"));
    } else if (m.group("open") != null) {
      add(Kind.SIGN, "[[");
    } else if (m.group("close") != null) {
      add(Kind.SIGN, "]]");
    } else if (m.group("newline") != null) {
      add(Kind.SIGN, "\\\\");
    } else if (m.group("brace") != null) {
      add(Kind.SIGN, m.group("brace").equals("\\|") ? "|" : m.group("brace"));
    } else if (m.group("command") != null) {
      addCommand(m.group("command"));
    } else if (m.group("letters") != null) {
      addLetters(m.group("letters"));
    } else if (m.group("sign") != null) {
      add(Kind.SIGN, m.group("sign"));
    }
    return m.end();
  }

  /** 1,234 is one number, but in brackets it is a pair. */
  private int acceptGrouped(Matcher m) {
    String digits = m.group("grouped");
    if (depth == 0) {
      add(Kind.NUMBER, digits.replace(",", ""));
      return m.end();
    }
    int comma = digits.indexOf(',');
    add(Kind.NUMBER, digits.substring(0, comma));
    return m.start() + comma;
  }

  private void add(Kind kind, String text) {
    Token token = new Token(kind, text);
    depth += token.opens() ? 1 : token.closes() ? -1 : 0;
    tokens.add(token);
  }

  private void addProse(String prose) {
    String words = prose.strip();
    if (words.equals("or") || words.equals("and")) {
      addConjunction(words);
    } else if (Operator.named(words).isPresent()) {
      add(Kind.COMMAND, words);
    } else if (words.matches("[-+]?\\d+(\\.\\d+)?")) {
      add(Kind.NUMBER, words);
    } else if (words.equals("e") || words.equals("i")) {
      add(Kind.LETTER, words);
    } else if (!words.isEmpty()) {
      for (String word : words.split("\\s+", -1)) {
        add(Kind.WORD, word);
      }
    }
  }

  /** "1, 2, and 3" has one separator between 2 and 3. */
  private void addConjunction(String word) {
    if (!tokens.isEmpty() && tokens.get(tokens.size() - 1).is(",")) {
      tokens.remove(tokens.size() - 1);
    }
    add(word.equals("and") ? Kind.COMMAND : Kind.SIGN, word.equals("and") ? "and" : ",");
  }

  private void addCommand(String name) {
    if (name.equals("pi") || name.equals("infty") || GREEK.contains(name)) {
      add(Kind.LETTER, name);
    } else if (name.equals("dollar")) {
      add(Kind.WORD, "$");
    } else if (name.equals("cup") || name.equals("lor") || name.equals("vee")) {
      add(Kind.COMMAND, "cup");
    } else if (name.equals("land") || name.equals("wedge")) {
      addConjunction("and");
    } else if (name.equals("langle") || name.equals("rangle")) {
      add(Kind.SIGN, name.equals("langle") ? "(" : ")");
    } else if (name.equals("ne")) {
      add(Kind.COMMAND, "neq");
    } else if (name.equals("backslash")) {
      add(Kind.COMMAND, "setminus");
    } else {
      add(Kind.COMMAND, name);
    }
  }

  private void addLetters(String letters) {
    if (letters.equals("or") || letters.equals("and")) {
      addConjunction(letters);
    } else if (letters.equals("pi")) {
      add(Kind.LETTER, "pi");
    } else if (letters.equals("inf") || letters.equals("infinity")) {
      add(Kind.LETTER, "infty");
    } else if (letters.equals("sqrt") || Operator.named(letters).isPresent()) {
      add(Kind.COMMAND, letters);
    } else if (isWord(letters)) {
      add(Kind.WORD, letters);
    } else {
      letters.codePoints().forEach(c -> add(Kind.LETTER, Character.toString(c)));
    }
  }

  private static boolean isWord(String letters) {
    return SHORT_WORDS.contains(letters)
        || letters.length() > 3
        || (letters.length() == 3 && !PRODUCT_OF_LETTERS.matcher(letters).matches())
        || letters.codePoints().anyMatch(c -> c > 0x24F);
  }
}
