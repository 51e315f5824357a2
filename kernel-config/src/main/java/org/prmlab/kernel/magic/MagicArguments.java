package org.prmlab.kernel.magic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The arguments of a magic: positional ones, keywords ({@code --from x} or {@code --from=x}) and
 * flags ({@code -v}).
 */
record MagicArguments(List<String> positional, Map<String, String> keywords, List<String> flags) {
  MagicArguments {
    positional = List.copyOf(positional);
    keywords = Map.copyOf(keywords);
    flags = List.copyOf(flags);
  }

  /** Sorts arguments; a keyword is one of {@code known}, anything else with a dash is a flag. */
  static MagicArguments parse(List<String> arguments, List<String> known) {
    List<String> positional = new ArrayList<>();
    Map<String, String> keywords = new LinkedHashMap<>();
    List<String> flags = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      if (known.contains(name)) {
        if (equals < 0 && i + 1 >= arguments.size()) {
          throw new IllegalArgumentException(name + " needs a value");
        }
        keywords.put(name, equals < 0 ? arguments.get(++i) : argument.substring(equals + 1));
      } else if (argument.startsWith("-") && argument.length() > 1) {
        flags.add(argument);
      } else {
        positional.add(argument);
      }
    }
    return new MagicArguments(positional, keywords, flags);
  }

  Optional<String> keyword(String name) {
    return Optional.ofNullable(keywords.get(name));
  }

  boolean isVerbose() {
    return flags.stream().anyMatch(flag -> flag.equals("--verbose") || flag.matches("-v+"));
  }

  /** The only positional argument; fails with {@code usage} if there is none or more than one. */
  String single(String usage) {
    if (positional.size() != 1) {
      throw new IllegalArgumentException(
          "expected one argument, found " + positional.size() + "; " + usage);
    }
    return positional.get(0);
  }
}
