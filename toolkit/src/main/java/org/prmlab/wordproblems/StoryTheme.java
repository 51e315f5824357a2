package org.prmlab.wordproblems;

/** What a word problem is about: a sentence for the start, one for each operation, a question. */
enum StoryTheme {
  STAMPS(
      "Mara begins the year with %d stamps.",
      "Her aunt sends her %d more.",
      "She gives %d of them to a friend.",
      "At an auction she buys enough to have %d times as many.",
      "She spreads them evenly over %d albums and sells all but one album.",
      "How many stamps does Mara have now?",
      "stamps"),
  BREAD(
      "A bakery has %d loaves on its shelves at dawn.",
      "The first batch from the oven adds %d loaves.",
      "A school picks up %d loaves.",
      "The second batch brings the shelves to %d times what they held.",
      "The baker splits the loaves evenly among %d shops and keeps one shop's share.",
      "How many loaves does the bakery hold in the end?",
      "loaves"),
  BUS(
      "A bus leaves the depot with %d passengers.",
      "At the market %d people get on.",
      "At the station %d people get off.",
      "At the stadium the number of passengers becomes %d times as large.",
      "At the harbour everyone changes into %d smaller buses of equal size, of which one goes on.",
      "How many passengers ride on?",
      "passengers"),
  POINTS(
      "A team starts the last round with %d points.",
      "A quick answer earns it %d points.",
      "A wrong answer costs it %d points.",
      "The joker card multiplies its points by %d.",
      "A draw shares its points evenly among %d teams, itself included.",
      "How many points does the team finish with?",
      "points"),
  WATER(
      "A tank holds %d litres of water in the morning.",
      "Rain brings %d litres.",
      "The garden takes %d litres.",
      "A pump then fills it to %d times what is in it.",
      "The water is let into %d basins in equal parts, and one basin is kept.",
      "How many litres are kept?",
      "litres");

  private final String start;
  private final String plus;
  private final String minus;
  private final String times;
  private final String over;
  private final String question;
  private final String unit;

  StoryTheme(
      String start,
      String plus,
      String minus,
      String times,
      String over,
      String question,
      String unit) {
    this.start = start;
    this.plus = plus;
    this.minus = minus;
    this.times = times;
    this.over = over;
    this.question = question;
    this.unit = unit;
  }

  String start(int amount) {
    return start.formatted(amount);
  }

  String event(Arithmetic operation, int amount) {
    String sentence =
        switch (operation) {
          case PLUS -> plus;
          case MINUS -> minus;
          case TIMES -> times;
          case OVER -> over;
        };
    return sentence.formatted(amount);
  }

  String question() {
    return question;
  }

  String unit() {
    return unit;
  }
}
