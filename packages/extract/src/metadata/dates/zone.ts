import { offsetAt } from '@nashra/dates';

/** IANA zones of countries that have one, or where nearly all newsrooms sit in one, by ccTLD. */
const COUNTRY_ZONES: ReadonlyMap<string, string> = new Map(
  `ae Asia/Dubai|al Europe/Tirane|am Asia/Yerevan|ar America/Argentina/Buenos_Aires|at Europe/Vienna|au Australia/Sydney
az Asia/Baku|ba Europe/Sarajevo|bd Asia/Dhaka|be Europe/Brussels|bf Africa/Ouagadougou|bg Europe/Sofia
bh Asia/Bahrain|bj Africa/Porto-Novo|bo America/La_Paz|br America/Sao_Paulo|bw Africa/Gaborone|ca America/Toronto
by Europe/Minsk|ch Europe/Zurich|ci Africa/Abidjan|cl America/Santiago|cm Africa/Douala|cn Asia/Shanghai
co America/Bogota|cr America/Costa_Rica|cu America/Havana|cy Asia/Nicosia|cz Europe/Prague|de Europe/Berlin
dj Africa/Djibouti|dk Europe/Copenhagen|do America/Santo_Domingo|dz Africa/Algiers|ec America/Guayaquil
ee Europe/Tallinn|eg Africa/Cairo|es Europe/Madrid|et Africa/Addis_Ababa|fi Europe/Helsinki|fr Europe/Paris
ga Africa/Libreville|ge Asia/Tbilisi|gh Africa/Accra|gl America/Nuuk|gr Europe/Athens|gt America/Guatemala
hk Asia/Hong_Kong|hr Europe/Zagreb|hu Europe/Budapest|id Asia/Jakarta|ie Europe/Dublin|il Asia/Jerusalem
in Asia/Kolkata|iq Asia/Baghdad|ir Asia/Tehran|is Atlantic/Reykjavik|it Europe/Rome|jo Asia/Amman
jp Asia/Tokyo|ke Africa/Nairobi|kh Asia/Phnom_Penh|kr Asia/Seoul|kw Asia/Kuwait|lb Asia/Beirut
li Europe/Vaduz|lk Asia/Colombo|ls Africa/Maseru|lt Europe/Vilnius|lu Europe/Luxembourg|lv Europe/Riga
ly Africa/Tripoli|ma Africa/Casablanca|mc Europe/Monaco|md Europe/Chisinau|mk Europe/Skopje
ml Africa/Bamako|mr Africa/Nouakchott|mt Europe/Malta|mu Indian/Mauritius|mx America/Mexico_City
my Asia/Kuala_Lumpur|mz Africa/Maputo|na Africa/Windhoek|ne Africa/Niamey|ng Africa/Lagos
ni America/Managua|nl Europe/Amsterdam|no Europe/Oslo|np Asia/Kathmandu|nz Pacific/Auckland|om Asia/Muscat
pa America/Panama|pe America/Lima|ph Asia/Manila|pk Asia/Karachi|pl Europe/Warsaw|ps Asia/Hebron
pt Europe/Lisbon|py America/Asuncion|qa Asia/Qatar|ro Europe/Bucharest|rs Europe/Belgrade|ru Europe/Moscow
rw Africa/Kigali|sa Asia/Riyadh|sd Africa/Khartoum|se Europe/Stockholm|sg Asia/Singapore|si Europe/Ljubljana
sk Europe/Bratislava|sn Africa/Dakar|so Africa/Mogadishu|sv America/El_Salvador|sy Asia/Damascus
td Africa/Ndjamena|tg Africa/Lome|th Asia/Bangkok|tn Africa/Tunis|tr Europe/Istanbul|tw Asia/Taipei
tz Africa/Dar_es_Salaam|ua Europe/Kyiv|ug Africa/Kampala|uk Europe/London|uy America/Montevideo
uz Asia/Tashkent|ve America/Caracas|vn Asia/Ho_Chi_Minh|ye Asia/Aden|za Africa/Johannesburg
zm Africa/Lusaka|zw Africa/Harare`
    .split(/[|\n]/)
    .map((entry) => entry.trim().split(' ') as [string, string]),
);

/** The zone a site's clock most likely runs in by its country's domain, null when that tells nothing. */
export function zoneOfHost(host: string): string | null {
  return COUNTRY_ZONES.get(host.slice(host.lastIndexOf('.') + 1).toLowerCase()) ?? null;
}

/** The offset at the moment when the zone's clocks showed these digits (read as UTC). */
export function offsetAtLocal(zone: string, local: number): number {
  return offsetAt(zone, local - offsetAt(zone, local) * 60_000);
}

/** ISO 8601 of an instant, written with an offset in minutes. */
export function writeInstant(
  instant: number,
  offset: number,
  precision: 'second' | 'minute',
): string {
  const local = new Date(instant + offset * 60_000).toISOString();
  const digits = local.slice(0, precision === 'minute' ? 16 : local.endsWith('.000Z') ? 19 : 23);
  return `${digits}${precision === 'minute' ? ':00' : ''}${writeOffset(offset)}`;
}

function writeOffset(offset: number): string {
  if (offset === 0) return 'Z';
  const minutes = Math.abs(offset);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
