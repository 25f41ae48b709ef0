package dev.liveartifacts.demo.acme;

import java.util.List;
import java.util.stream.IntStream;

/** The companies that Acme deals with; they do not change with time. */
final class Companies {
  private static final List<String> NAMES =
      List.of(
          "Alder & Finch",
          "Bluewater",
          "Cobalt",
          "Dunmore",
          "Eastgate",
          "Fernhill",
          "Granite",
          "Harbour",
          "Ironbridge",
          "Juniper",
          "Kestrel",
          "Larkspur",
          "Meridian",
          "Northfield",
          "Oakhaven",
          "Pinecrest",
          "Quarry",
          "Redwood",
          "Silverline",
          "Thornbury",
          "Umber",
          "Valemont",
          "Westbrook",
          "Yarrow",
          "Zephyr",
          "Ashdown",
          "Brightwell",
          "Copperfield",
          "Driftwood",
          "Elmstead");
  private static final List<Trade> TRADES =
      List.of(
          new Trade("Logistics", "Transport"),
          new Trade("Foods", "Food"),
          new Trade("Instruments", "Manufacturing"),
          new Trade("Health", "Healthcare"),
          new Trade("Energy", "Energy"),
          new Trade("Retail Group", "Retail"));
  private static final List<Place> PLACES =
      List.of(
          new Place("Rotterdam", "NL"),
          new Place("Lyon", "FR"),
          new Place("Leipzig", "DE"),
          new Place("Bologna", "IT"),
          new Place("Gdańsk", "PL"),
          new Place("Malmö", "SE"),
          new Place("Porto", "PT"),
          new Place("Graz", "AT"),
          new Place("Zaragoza", "ES"),
          new Place("Cork", "IE"));
  private static final List<String> FIRST_NAMES =
      List.of("Amira", "Björn", "Chiara", "Daniel", "Elif", "Frédéric", "Greta", "Hugo", "Ines");
  private static final List<String> LAST_NAMES =
      List.of("Novak", "Moreau", "Keller", "Rossi", "Santos", "Lindqvist", "O’Brien", "Wójcik");
  private static final int COUNT = 2 * NAMES.size();
  private static final int ESTABLISHED_CUSTOMERS = COUNT / 2;

  private Companies() {}

  static List<Company> of(long seed) {
    return IntStream.range(0, COUNT).mapToObj(number -> company(seed, number)).toList();
  }

  private static Company company(long seed, int number) {
    Dice dice = Dice.of(seed, "company", number);
    Trade trade = TRADES.get((number + number / NAMES.size()) % TRADES.size());
    Place place = dice.pick(PLACES);
    return new Company(
        number,
        NAMES.get(number % NAMES.size()) + " " + trade.suffix(),
        trade.industry(),
        place.city(),
        place.country(),
        dice.pick(FIRST_NAMES) + " " + dice.pick(LAST_NAMES),
        Acme.FOUNDED.plusDays(number < ESTABLISHED_CUSTOMERS ? 0 : dice.between(30, 1_500)),
        dice.between(9, 60) * 100,
        dice.chance(0.6) ? 0.1 * dice.fraction() : dice.fraction());
  }

  private record Trade(String suffix, String industry) {}

  private record Place(String city, String country) {}
}
