package org.colmado.insights.simulate;

/**
 * One of the few customers a shop knows by name. Names and numbers are made up, in a range that is
 * never given out (555-01xx); they are here so that tests can prove they go no further than the
 * files.
 *
 * @param id from 1 in its shop
 */
record Customer(int id, String name, String phone) {
  private static final int KNOWN_PER_SHOP = 100;
  private static final String[] FIRST_NAMES = {
    "Ramona", "José", "Altagracia", "Juan", "Mercedes", "Rafael", "Yokasta", "Luis", "Carmen",
    "Pedro", "Milagros", "Francisco", "Dulce", "Santo", "Yudelka", "Manuel", "Rosanna", "Wilkin"
  };
  private static final String[] SURNAMES = {
    "Rodríguez", "Peña", "Martínez", "De los Santos", "García", "Núñez", "Reyes", "Polanco",
    "Rosario", "Familia", "Ureña", "Batista", "Encarnación", "Tavárez", "Mejía", "Castillo"
  };

  static Customer any(SeededRandom dice) {
    return of(dice.below(KNOWN_PER_SHOP));
  }

  private static Customer of(int index) {
    String first = FIRST_NAMES[index % FIRST_NAMES.length];
    String surname = SURNAMES[index * 7 % SURNAMES.length];

    return new Customer(index + 1, first + " " + surname, "809-555-01%02d".formatted(index));
  }
}
