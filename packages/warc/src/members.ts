import { constants, crc32, gunzipSync } from 'node:zlib';
import { isGzip, skipGzipHeader } from './gzip-header.ts';
import { Inflater, STEP_BYTES } from './inflater.ts';
import type { Intake } from './intake.ts';
import { WarcError } from './warc-error.ts';

/** A stretch of an archive that can be read for itself: one gzip member, or all that is not compressed. */
export interface Member {
  /** Where in the archive it begins. */
  readonly at: number;
  readonly isGzip: boolean;
  readonly bytes: AsyncGenerator<Buffer>;
  /** Why it ended before its end, once it has. */
  broken: 'cut' | 'gzip' | null;
}

const TRAILER = 8;
/** Of a member so much is looked at again when it turns out to be damaged: its damage may have hidden the next one. */
const MAX_KEPT = 16 * 1_024 * 1_024;
const MAGIC = Buffer.from([0x1f, 0x8b, 0x08]);
const WINDOW = 64 * 1_024;
const TRIAL = 4_096;

/** The members of an archive in their order; of those that are left unread the rest is passed over. */
export async function* readMembers(intake: Intake, skippedBytes: number): AsyncGenerator<Member> {
  if (!isGzip(await intake.peek(2))) {
    yield { at: intake.at, isGzip: false, bytes: allOf(intake), broken: null };
    return;
  }
  for (;;) {
    await passPadding(intake);
    if ((await intake.peek(1)).length === 0) return;
    const member = new GzipMember(intake);
    yield member;
    await drain(member, skippedBytes);
    if (member.broken) await findNext(intake, member);
  }
}

async function* allOf(intake: Intake): AsyncGenerator<Buffer> {
  for (let chunk = await intake.take(); chunk; chunk = await intake.take()) yield chunk;
}

async function drain({ bytes, at }: Member, most: number): Promise<void> {
  let length = 0;
  for (let step = await bytes.next(); !step.done; step = await bytes.next()) {
    length += step.value.length;
    if (length > most) throw new WarcError('ENDLESS', `the record at byte ${at} does not end`);
  }
}

class GzipMember implements Member {
  readonly at: number;
  readonly isGzip = true;
  readonly bytes: AsyncGenerator<Buffer>;
  broken: Member['broken'] = null;
  readonly #intake: Intake;
  /** As it lies in the archive, where that is not much. */
  readonly #kept: Buffer[] = [];
  #keptBytes = 0;

  constructor(intake: Intake) {
    this.#intake = intake;
    this.at = intake.at;
    this.bytes = this.#read();
  }

  /** Gives back what it has taken. */
  rewind(): void {
    this.#intake.putBack(Buffer.concat(this.#kept));
  }

  async *#read(): AsyncGenerator<Buffer> {
    if (!(await skipGzipHeader(this.#intake))) {
      this.broken = 'gzip';
      return;
    }
    using inflater = new Inflater();
    let check = 0;
    let size = 0;
    for (;;) {
      const chunk = await this.#step();
      if (!chunk) {
        this.broken = 'cut';
        return;
      }
      const given = await inflater.inflate(chunk);
      if (!given) {
        this.#keep(chunk);
        this.broken = 'gzip';
        return;
      }
      const { out, used } = given;
      this.#keep(chunk.subarray(0, used));
      this.#intake.putBack(chunk.subarray(used));
      check = crc32(out, check);
      size += out.length;
      if (out.length > 0) yield out;
      if (used < chunk.length) break;
    }
    await this.#checkTrailer(check, size);
  }

  async #step(): Promise<Buffer | null> {
    const taken = await this.#intake.take();
    if (!taken) return null;
    this.#intake.putBack(taken.subarray(STEP_BYTES));
    return taken.subarray(0, STEP_BYTES);
  }

  async #checkTrailer(check: number, size: number): Promise<void> {
    const trailer = (await this.#intake.peek(TRAILER)).subarray(0, TRAILER);
    if (trailer.length < TRAILER) this.broken = 'cut';
    else if (trailer.readUInt32LE(0) !== check || trailer.readUInt32LE(4) !== size % 2 ** 32)
      this.broken = 'gzip';
    else this.#intake.skip(TRAILER);
  }

  #keep(bytes: Buffer): void {
    if (this.#keptBytes > MAX_KEPT) return;
    this.#keptBytes += bytes.length;
    if (this.#keptBytes <= MAX_KEPT) this.#kept.push(bytes);
    else this.#kept.length = 0;
  }
}

/** Some archives are filled up with zeros. */
async function passPadding(intake: Intake): Promise<void> {
  for (;;) {
    const some = await intake.peek(1);
    const first = some.findIndex((byte) => byte !== 0);
    if (first === 0 || some.length === 0) return;
    intake.skip(first === -1 ? some.length : first);
  }
}

/** Goes on to where a member begins whose text begins as a record does. */
async function findNext(intake: Intake, member: Member): Promise<void> {
  if (member instanceof GzipMember) member.rewind();
  for (;;) {
    const some = await intake.peek(WINDOW);
    if (some.length === 0) return;
    const found = some.indexOf(MAGIC);
    // What may be the beginning of one stays.
    const passed = found !== -1 ? found : Math.max(some.length - 2, some.length < WINDOW ? 1 : 0);
    intake.skip(passed);
    if (found === -1) continue;
    if (intake.at > member.at && (await beginsRecord(intake))) return;
    intake.skip(1);
  }
}

async function beginsRecord(intake: Intake): Promise<boolean> {
  const some = (await intake.peek(TRIAL)).subarray(0, TRIAL);
  try {
    const text = gunzipSync(some, { finishFlush: constants.Z_SYNC_FLUSH });
    return text.toString('latin1', 0, 5) === 'WARC/';
  } catch {
    return false;
  }
}
