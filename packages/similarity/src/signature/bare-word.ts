const ALEF = 0x627;
const LAM = 0x644;
const WAW = 0x648;
const FEH = 0x641;
const BEH = 0x628;
const KAF = 0x643;
const HEH = 0x647;

/**
 * Where a folded Arabic word begins behind its conjunction, preposition and article (و، ف، ب، ك، ال، لل):
 * the rules of `withoutParticles`, without making a string for each word.
 */
export function bareStart(text: string, from: number, to: number): number {
  if (to - from < 4) return from;
  let at = from;
  const first = text.charCodeAt(at);
  if (first < ALEF || first > 0x64a) return from;
  const joined = first === WAW || first === FEH;
  if (joined) at++;
  const next = text.charCodeAt(at);
  if (next === LAM && text.charCodeAt(at + 1) === LAM && to - at >= 4)
    return isGod(text, at + 2, to) ? from : at + 2;
  if (next === BEH || next === KAF) at++;
  if (text.charCodeAt(at) === ALEF && text.charCodeAt(at + 1) === LAM && to - at >= 4)
    return isGod(text, at + 2, to) ? from : at + 2;
  return first === WAW && to - from >= 5 ? from + 1 : from;
}

/** «الله» begins with ال and has no article. */
function isGod(text: string, from: number, to: number): boolean {
  return to - from === 2 && text.charCodeAt(from) === LAM && text.charCodeAt(from + 1) === HEH;
}
