import { Intake } from './intake.ts';
import { DEFAULT_WARC_LIMITS, type WarcLimits } from './limits.ts';
import { type Member, readMembers } from './members.ts';
import { parseRecordHead, type RecordHead } from './record-head.ts';
import { WarcError } from './warc-error.ts';

/** Where a record begins: so far into the archive, and into what is compressed there. */
export interface Place {
  readonly at: number;
  readonly within: number;
}

export interface WarcRecord {
  readonly kind: 'record';
  readonly place: Place;
  readonly head: RecordHead;
  /** Null where nobody wanted it. */
  readonly block: Buffer | null;
}

/** `head`: it has none that can be read. `cut`, `gzip`: it ends too early, or is damaged. `length`: it is not as long as it says. */
export type BrokenWhy = 'head' | 'cut' | 'gzip' | 'length' | 'too_large';

export interface BrokenRecord {
  readonly kind: 'broken';
  readonly place: Place;
  readonly why: BrokenWhy;
}

export interface ReadRecordsOptions {
  /** Where the stream begins in the archive, and how much of what is compressed there is passed over. */
  readonly from?: Place;
  /** Whose blocks are kept; all when absent. */
  readonly wants?: (head: RecordHead) => boolean;
  readonly limits?: Partial<WarcLimits>;
}

/**
 * The records of an archive (ISO 28500, WARC 1.0 and 1.1), gzip by record, as a whole or not at all, one at a time. A record
 * that cannot be read costs that record: reading goes on at the next gzip member, or at the next line that begins one.
 *
 * @throws WarcError for what is no archive, and where a record does not end
 */
export async function* readRecords(
  stream: AsyncIterable<Uint8Array>,
  options: ReadRecordsOptions = {},
): AsyncGenerator<WarcRecord | BrokenRecord> {
  const { from = { at: 0, within: 0 }, wants = () => true } = options;
  const limits = { ...DEFAULT_WARC_LIMITS, ...options.limits };
  const intake = new Intake(stream, from.at);
  let { within } = from;
  try {
    for await (const member of readMembers(intake, limits.skippedBytes)) {
      const flow = new Intake(member.bytes);
      if (within > 0) await pass(flow, within, limits, member);
      within = 0;
      yield* recordsOf(member, flow, { wants, limits });
    }
  } finally {
    await intake.close();
  }
}

interface Ways {
  readonly wants: (head: RecordHead) => boolean;
  readonly limits: WarcLimits;
}

async function* recordsOf(
  member: Member,
  flow: Intake,
  ways: Ways,
): AsyncGenerator<WarcRecord | BrokenRecord> {
  for (let count = 0; await passBlankLines(flow); count++) {
    const { at, isGzip } = member;
    const place = isGzip ? { at, within: flow.at } : { at: at + flow.at, within: 0 };
    if (!isGzip && place.at === 0 && !(await beginsRecord(flow)))
      throw new WarcError('NOT_A_WARC', 'it does not begin as a WARC file does');
    const read = await readOne(member, flow, ways);
    yield typeof read === 'string'
      ? { kind: 'broken', place, why: read }
      : { kind: 'record', place, ...read };
    if (typeof read !== 'string' || read === 'too_large') continue;
    // A member that is one record ends with it: what is in its block is a page's own, and begins no record.
    if (isGzip && count === 0) return;
    await findNext(flow);
  }
  if (member.broken && flow.at === 0)
    yield { kind: 'broken', place: { at: member.at, within: 0 }, why: member.broken };
}

/** One record, or why it cannot be had. */
async function readOne(
  member: Member,
  flow: Intake,
  { wants, limits }: Ways,
): Promise<{ head: RecordHead; block: Buffer | null } | BrokenWhy> {
  const some = await flow.peek(limits.headBytes);
  const end = endOfHead(some.subarray(0, limits.headBytes));
  const head = end === null ? null : parseRecordHead(some.subarray(0, end));
  if (end === null || head === null) return member.broken ?? 'head';
  flow.skip(end);
  const isWanted = wants(head);
  const { block, isWhole } = await pass(flow, head.length, limits, member);
  // Behind its block a record ends, and with it the member or the next begins: else its length was a lie.
  const isTrue = isWhole && (!(await passBlankLines(flow)) || (await beginsRecord(flow)));
  if (member.broken) return member.broken;
  if (!isTrue) {
    // A length that is too long has swallowed others.
    if (block) flow.putBack(block);
    return 'length';
  }
  if (isWanted && !block) return 'too_large';
  return { head, block: isWanted ? block : null };
}

/** Goes on by so many bytes, and gives them where they are few enough to be kept. */
async function pass(
  flow: Intake,
  length: number,
  { blockBytes, skippedBytes }: WarcLimits,
  { at }: Member,
): Promise<{ block: Buffer | null; isWhole: boolean }> {
  const kept: Buffer[] = [];
  let left = length;
  for (let passed = 0; left > 0; ) {
    const chunk = await flow.take();
    if (!chunk) break;
    flow.putBack(chunk.subarray(left));
    const some = chunk.subarray(0, left);
    left -= some.length;
    passed += some.length;
    if (passed <= blockBytes) kept.push(some);
    else kept.length = 0;
    if (passed > skippedBytes)
      throw new WarcError('ENDLESS', `the record at byte ${at} does not end`);
  }
  const passed = length - left;
  return { block: passed <= blockBytes ? Buffer.concat(kept) : null, isWhole: left === 0 };
}

/** Where a head ends: behind its first empty line; null where there is none. */
export function endOfHead(bytes: Buffer): number | null {
  const strict = bytes.indexOf('\r\n\r\n');
  const plain = bytes.indexOf('\n\n');
  if (strict === -1 && plain === -1) return null;
  return strict !== -1 && (plain === -1 || strict < plain) ? strict + 4 : plain + 2;
}

/** False at the end. */
async function passBlankLines(flow: Intake): Promise<boolean> {
  for (;;) {
    const some = await flow.peek(1);
    if (some.length === 0) return false;
    const first = some.findIndex((byte) => byte !== 13 && byte !== 10);
    flow.skip(first === -1 ? some.length : first);
    if (first !== -1) return true;
  }
}

async function beginsRecord(flow: Intake): Promise<boolean> {
  return (await flow.peek(5)).toString('latin1', 0, 5) === 'WARC/';
}

/** Goes on to the next line that begins as a record does. */
async function findNext(flow: Intake): Promise<void> {
  const WINDOW = 64 * 1_024;
  for (;;) {
    const some = await flow.peek(WINDOW);
    const found = some.indexOf('\nWARC/1.');
    if (found !== -1) return flow.skip(found + 1);
    const isEnd = some.length < WINDOW;
    flow.skip(isEnd ? some.length : some.length - 8);
    if (isEnd) return;
  }
}
