import type { FeedRow } from './rows.ts';

interface RawNode {
  readonly kind: string;
  readonly sqlFragments?: readonly string[];
  readonly parameters?: readonly RawNode[];
  readonly value?: unknown;
}

/** What Postgres would make of what is written into a column of a feed: a value, or one of the few expressions of `notePoll`. */
export function writtenValue(written: unknown, row: FeedRow, now: number): unknown {
  const node = nodeOf(written);
  if (!node)
    return typeof written === 'string' && /^[[{]/.test(written) ? JSON.parse(written) : written;
  return evaluate(node, row, now);
}

function nodeOf(written: unknown): RawNode | null {
  const builder = written as { readonly toOperationNode?: () => RawNode } | null;
  return typeof builder?.toOperationNode === 'function' ? builder.toOperationNode() : null;
}

function evaluate(node: RawNode, row: FeedRow, now: number): unknown {
  if (node.kind === 'ValueNode') return node.value;
  if (node.kind !== 'RawNode') throw new Error(`no model of ${node.kind}`);
  const inner = (node.parameters ?? []).map((it) => evaluate(it, row, now));
  const text = (node.sqlFragments ?? []).join('?');
  switch (text) {
    case 'now()':
      return now;
    case '?::real[]':
      return inner[0];
    case 'to_timestamp(?::float8)':
      return Number(inner[0]) * 1_000;
    case 'failures + 1':
      return row.failures + 1;
    case 'overflows + 1':
      return row.overflows + 1;
    case 'next_poll_at = ?::timestamptz':
      return textOfInstant(row.next_poll_at) === inner[0];
    case 'case when ? then ? else next_why end':
      return inner[0] ? inner[1] : row.next_why;
    case 'case when ? then ? else next_poll_at end':
      return inner[0] ? inner[1] : row.next_poll_at;
    case 'least(next_poll_at, ?)':
      return Math.min(row.next_poll_at, Number(inner[0]));
    default:
      throw new Error(`no model of: ${text}`);
  }
}

/** An instant as Postgres would take it, to the microsecond. */
export function textOfInstant(ms: number): string {
  const whole = Math.floor(ms);
  const micros = String(Math.floor((ms - whole) * 1_000)).padStart(3, '0');
  return new Date(whole).toISOString().replace('Z', `${micros}Z`);
}
