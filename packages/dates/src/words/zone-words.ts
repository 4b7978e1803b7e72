/** Zone abbreviations in mail, feeds and on pages, in hours east of UTC (RFC 822 §5 and custom). */
const HOURS: Readonly<Record<string, number>> = {
  z: 0, ut: 0, utc: 0, gmt: 0, tu: 0, 'etc/gmt': 0, 'etc/utc': 0, wet: 0, west: 1, bst: 1, ist: 5.5,
  cet: 1, cest: 2, met: 1, mest: 2, mez: 1, mesz: 2, eet: 2, eest: 3, msk: 3, msd: 4, trt: 3,
  wat: 1, cat: 2, sast: 2, eat: 3, idt: 3, irst: 3.5, irdt: 4.5, gst: 4, pkt: 5, npt: 5.75,
  wib: 7, wita: 8, wit: 9, ict: 7, sgt: 8, myt: 8, hkt: 8, pht: 8, awst: 8, jst: 9, kst: 9,
  acst: 9.5, acdt: 10.5, aest: 10, aedt: 11, nzst: 12, nzdt: 13,
  brt: -3, art: -3, clt: -4, clst: -3, pet: -5, cot: -5, vet: -4,
  ast: -4, adt: -3, nst: -3.5, ndt: -2.5, est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6,
  pst: -8, pdt: -7, akst: -9, akdt: -8, hst: -10,
  at: -4, et: -5, ct: -6, mt: -7, pt: -8,
  غرينتش: 0, جرينتش: 0, غرينيتش: 0, جرينيتش: 0, كرينيتش: 0, كرينتش: 0, 'توقيت غرينتش': 0, 'توقيت جرينتش': 0,
  'بتوقيت غرينتش': 0, 'بتوقيت جرينتش': 0, 'بتوقيت كرينيتش': 0, 'توقيت عالمي': 0, 'ت غ': 0,
  مكه: 3, 'مكه المكرمه': 3, 'بتوقيت مكه المكرمه': 3, 'بتوقيت مكه': 3, 'بتوقيت السعوديه': 3,
}; // biome-ignore format: read as a table

/** Abbreviation → minutes east of UTC. */
export const ZONE_MINUTES: ReadonlyMap<string, number> = new Map(
  Object.entries(HOURS).map(([name, hours]) => [name, hours * 60]),
);

/** Abbreviations that are also words: zones only when written in capitals. */
export const ZONES_IN_CAPITALS: ReadonlySet<string> = new Set(
  'at et ct mt pt cat wit art met west ist pet est mst eat ast idt'.split(' '),
);
