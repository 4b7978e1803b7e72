/** A date as a machine wrote it: the digits, and the zone if one was said. */
export interface MachineDate {
  /** The digits read as if they were UTC, in milliseconds. */
  readonly local: number;
  /** Minutes east of UTC, null when the zone is not said. */
  readonly offset: number | null;
  readonly precision: 'second' | 'minute' | 'day';
}

const ISO =
  /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|(\d{2})(\d{2}))(?:(?:\s*T\s*|\s+|,\s*)(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,:](\d{1,9}))?)?\s*(.*))?$/i;
const WRITTEN =
  /^(?:[a-z]{3,9},?\s+)?(?:(\d{1,2})\s+([a-z]{3})[a-z]*\.?,?\s+|([a-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+)(\d{4})?(?:,?\s*(?:at\s+)?(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(am|pm)?\s*(.*?)(?:\s(\d{4}))?)?$/i;
const OFFSET = /^(?:GMT|UTC|Z)?\s*([+-])(\d{1,2}):?(\d{2})?(?:\s*\(.*\))?$/i;
const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';

/** Zone letters that mean one thing everywhere news is written, in minutes. */
const ZONES: Readonly<Record<string, number>> = {
  z: 0,
  gmt: 0,
  utc: 0,
  wet: 0,
  bst: 60,
  west: 60,
  cet: 60,
  mez: 60,
  cest: 120,
  mesz: 120,
  eet: 120,
  sast: 120,
  eest: 180,
  msk: 180,
  edt: -240,
  est: -300,
  cdt: -300,
  mdt: -360,
  mst: -420,
  pdt: -420,
  pst: -480,
  jst: 540,
};

/**
 * Reads the forms of ISO 8601, RFC 2822, JavaScript's and epoch numbers that metadata holds.
 * Anything else, and dates outside 1990–2100, give null.
 */
export function readMachineDate(value: string): MachineDate | null {
  const text = value.trim();
  if (text.length < 8 || text.length > 80) return null;
  const date = readIso(text) ?? readEpoch(text) ?? readWritten(text);
  if (date === null || Number.isNaN(date.local)) return null;
  return date.local > YEAR_1990 && date.local < YEAR_2100 ? date : null;
}

const YEAR_1990 = Date.UTC(1990, 0);
const YEAR_2100 = Date.UTC(2100, 0);

function readIso(text: string): MachineDate | null {
  const m = ISO.exec(text);
  if (m === null) return null;
  const month = m[2] ?? m[4] ?? m[6] ?? m[8];
  const day = m[3] ?? m[5] ?? m[7] ?? m[9];
  if (m[10] === undefined) return build(m[1], month, day);
  const zone = (m[14] ?? '').trim();
  if (/^(?:am|pm)\b/i.test(zone)) return null;
  const ms = m[13] === undefined ? 0 : Math.trunc(Number(`0.${m[13]}`) * 1000);
  return build(m[1], month, day, m[10], m[11], m[12], ms, readOffset(zone));
}

function readEpoch(text: string): MachineDate | null {
  if (!/^\d{10}(?:\d{3})?$/.test(text)) return null;
  const local = Number(text) * (text.length === 10 ? 1000 : 1);
  return { local, offset: 0, precision: 'second' };
}

function readWritten(text: string): MachineDate | null {
  const m = WRITTEN.exec(text);
  const year = m?.[5] ?? m?.[11];
  if (!m || year === undefined) return null;
  const index = MONTHS.indexOf((m[2] ?? m[3] ?? '').toLowerCase());
  if (index < 0 || index % 3 !== 0) return null;
  const month = String(index / 3 + 1);
  const day = m[1] ?? m[4];
  if (m[6] === undefined) return build(year, month, day);
  const half = m[9]?.toLowerCase();
  const hour = half ? (Number(m[6]) % 12) + (half === 'pm' ? 12 : 0) : Number(m[6]);
  return build(year, month, day, String(hour), m[7], m[8], 0, readOffset((m[10] ?? '').trim()));
}

function readOffset(zone: string): number | null {
  const named = ZONES[zone.toLowerCase()];
  if (named !== undefined) return named;
  const m = OFFSET.exec(zone);
  if (m === null) return null;
  const minutes = Number(m[2]) * 60 + Number(m[3] ?? 0);
  return minutes > 14 * 60 ? null : m[1] === '-' ? -minutes : minutes;
}

function build(
  year?: string,
  month?: string,
  day?: string,
  hour?: string,
  minute?: string,
  second?: string,
  ms = 0,
  offset: number | null = null,
): MachineDate | null {
  const local = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour ?? 0),
    Number(minute ?? 0),
    Number(second ?? 0),
    ms,
  );
  // Date.UTC lets the 31st of June roll over; a date that does was never written.
  const back = new Date(local);
  if (back.getUTCDate() !== Number(day) || back.getUTCMonth() !== Number(month) - 1) return null;
  if (hour === undefined) return { local, offset: null, precision: 'day' };
  return { local, offset, precision: second === undefined ? 'minute' : 'second' };
}
