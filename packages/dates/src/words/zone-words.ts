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
  غرينتش: 0, جرينتش: 0, غرينيتش: 0, جرينيتش: 0, كرينيتش: 0, كرينتش: 0, 'توقيت غرينتش': 0, 'توقيت جرينتش': 0,
  'بتوقيت غرينتش': 0, 'بتوقيت جرينتش': 0, 'بتوقيت كرينيتش': 0, 'توقيت عالمي': 0, 'ت غ': 0,
  مكه: 3, 'مكه المكرمه': 3, 'بتوقيت مكه المكرمه': 3, 'بتوقيت مكه': 3, 'بتوقيت السعوديه': 3,
}; // biome-ignore format: read as a table

/** Abbreviation → minutes east of UTC. */
export const ZONE_MINUTES: ReadonlyMap<string, number> = new Map(
  Object.entries(HOURS).map(([name, hours]) => [name, hours * 60]),
);

/** Places whose clock is meant, summer or winter: IANA zones. */
const PLACES: Readonly<Record<string, string>> = {
  'America/Halifax': 'at',
  'America/New_York': 'et eastern_time',
  'America/Chicago': 'ct central_time',
  'America/Denver': 'mt mountain_time',
  'America/Los_Angeles': 'pt pacific_time',
  'Africa/Casablanca':
    'بتوقيت_المغرب بتوقيت_الرباط بتوقيت_الدار_البيضاء heure_du_maroc heure_marocaine heure_de_rabat heure_de_casablanca morocco_time',
  'Africa/Algiers': 'بتوقيت_الجزائر heure_d_alger heure_algerienne algiers_time',
  'Africa/Tunis': 'بتوقيت_تونس heure_de_tunis heure_tunisienne tunis_time',
  'Africa/Tripoli': 'بتوقيت_ليبيا بتوقيت_طرابلس tripoli_time',
  'Africa/Cairo': 'بتوقيت_القاهره بتوقيت_مصر heure_du_caire cairo_time',
  'Africa/Nouakchott': 'بتوقيت_موريتانيا بتوقيت_نواكشوط heure_de_nouakchott',
  'Asia/Beirut': 'بتوقيت_بيروت بتوقيت_لبنان heure_de_beyrouth beirut_time',
  'Asia/Damascus': 'بتوقيت_دمشق damascus_time',
  'Asia/Baghdad': 'بتوقيت_بغداد baghdad_time',
  'Asia/Gaza': 'بتوقيت_غزه بتوقيت_فلسطين',
  'Asia/Jerusalem': 'بتوقيت_القدس بتوقيت_القدس_المحتله jerusalem_time heure_de_jerusalem',
  'Asia/Riyadh': 'بتوقيت_الرياض riyadh_time',
  'Asia/Kuwait': 'بتوقيت_الكويت',
  'Asia/Qatar': 'بتوقيت_الدوحه بتوقيت_قطر doha_time',
  'Asia/Dubai':
    'بتوقيت_الامارات بتوقيت_ابوظبي بتوقيت_ابو_ظبي بتوقيت_دبي gulf_standard_time dubai_time',
  'Europe/Paris': 'بتوقيت_باريس heure_de_paris heure_francaise paris_time',
  'Europe/London': 'بتوقيت_لندن heure_de_londres london_time uk_time',
  'Europe/Istanbul': 'بتوقيت_اسطنبول بتوقيت_تركيا istanbul_time',
  'Europe/Moscow': 'بتوقيت_موسكو heure_de_moscou moscow_time',
  'Europe/Madrid': 'hora_peninsular hora_de_madrid hora_espanola',
};

/** Names of places' clocks, parts apart by «_» → IANA zone. */
export const ZONE_PLACES: ReadonlyMap<string, string> = new Map(
  Object.entries(PLACES).flatMap(([zone, names]) => names.split(' ').map((name) => [name, zone])),
);

/** Abbreviations that are also words: zones only when written in capitals. */
export const ZONES_IN_CAPITALS: ReadonlySet<string> = new Set(
  'at et ct mt pt cat wit art met west ist pet est mst eat ast idt'.split(' '),
);
