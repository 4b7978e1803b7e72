/** Reports of our own invention, each of some sentences. */
export const BRIDGE = `The governor of the region opened the new bridge over the Lukkos this morning, which cost 42 million dirhams and took eighteen months to build. The engineer in charge, Rachid Amrani, said that it makes the way between the two banks five minutes long, where people had to drive fourteen kilometres on an old road that the river covers every winter. Work had to be stopped twice because of floods, he added, and the builder keeps the pillars in repair for ten years. The traders of the northern bank welcomed the bridge and asked for lamps at its entrance and a path for pupils before the school year begins.`;
export const LIBRARY = `The library of the town opened its doors again after two years of repairs and showed in its hall rare manuscripts that belonged to Andalusian families. The keeper, Souad Benkirane, explained that it has thirty thousand books, and that the hall for children receives pupils every Wednesday afternoon.`;
export const HARBOUR = `Twenty-six fishermen came home safe to the port of Larache after their vessel had run aground off Moulay Bousselham last night. The rescuers reported that waves were four metres high, and that a coastal trawler had caught the call for help shortly after midnight.`;

const WORDS =
  'anchor basket candle donkey eleven fabric garden hammer island jacket kettle lemon market needle orange pillow quarry ribbon saddle timber urchin velvet window yellow zephyr almond button copper desert ember forest glacier harvest ivory jungle kernel lantern meadow nectar oyster pebble quiver raven silver tunnel umbrella valley walnut'.split(
    ' ',
  );

/** A report that nobody else has: so many words drawn by its number. */
export function invented(seed: number, words = 90): string {
  let state = (seed * 2_654_435_761) >>> 0;
  return Array.from({ length: words }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return WORDS[(state >>> 16) % WORDS.length];
  }).join(' ');
}
