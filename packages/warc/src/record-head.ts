/** What a record says of itself. */
export interface RecordHead {
  /** 1.0 or 1.1. */
  readonly version: string;
  /** warcinfo, response, resource, request, metadata, revisit, conversion or continuation; others may come. */
  readonly type: string;
  /** Of its block, in bytes. */
  readonly length: number;
  readonly target: string | null;
  /** Null where it says none, or none that can be read. */
  readonly date: Date | null;
  readonly contentType: string;
  /** By names in lower case, the first of each. */
  readonly fields: ReadonlyMap<string, string>;
}

/** ISO 28500: dates are UTC, from the year alone to nanoseconds. */
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;

/** The head in these bytes; null where it is none, or says nothing of its length. */
export function parseRecordHead(bytes: Buffer): RecordHead | null {
  const [first = '', ...lines] = bytes.toString('utf8').split(/\r?\n/);
  const version = /^WARC\/(\d+\.\d+)\s*$/.exec(first)?.[1];
  if (version === undefined) return null;
  const fields = readFields(lines);
  const type = fields.get('warc-type')?.toLowerCase();
  const written = fields.get('content-length') ?? '';
  const length = /^\d{1,15}$/.test(written) ? Number(written) : null;
  if (type === undefined || length === null) return null;
  const date = fields.get('warc-date') ?? '';
  return {
    version,
    type,
    length,
    // Some writers keep the angle brackets of the grammar.
    target: fields.get('warc-target-uri')?.replace(/^<(.*)>$/, '$1') ?? null,
    date: DATE.test(date) && !Number.isNaN(Date.parse(date)) ? new Date(date) : null,
    contentType: fields.get('content-type') ?? '',
    fields,
  };
}

/** Fields of a head, an answer's too: by name in lower case, the first of each; a line that begins with space goes on. */
export function readFields(lines: readonly string[]): Map<string, string> {
  const fields = new Map<string, string>();
  let last: string | null = null;
  for (const line of lines) {
    if (/^[ \t]/.test(line)) {
      if (last !== null) fields.set(last, `${fields.get(last)} ${line.trim()}`.trim());
      continue;
    }
    last = null;
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (name === '' || fields.has(name)) continue;
    fields.set(name, line.slice(colon + 1).trim());
    last = name;
  }
  return fields;
}
