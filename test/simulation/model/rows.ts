import type { IdentityKey } from '@nashra/articles';
import type { AddressKind, CaptureOrigin, EntryHint, FeedWishes, Lane } from '@nashra/db';
import type { Signature } from '@nashra/similarity';

/** The rows of the tables, as far as the model knows them. Instants are epoch milliseconds, bytes hexadecimal. */
export interface AddressRow {
  readonly id: number;
  readonly key: string;
  readonly address: string;
  readonly host: string;
  readonly publisherId: number;
  readonly kind: AddressKind;
  readonly state: string | null;
  readonly reason: string | null;
  readonly articleId: number | null;
  readonly captureId: number | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly guidKey: string | null;
  readonly entryHash: string | null;
  readonly entry: EntryHint | null;
  readonly foundIn: number | null;
  readonly vain: number;
  readonly againAt: number | null;
  readonly againLane: Lane | null;
  readonly unlistedAt: number | null;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface FlightRow {
  readonly addressId: number;
  readonly state: string;
  readonly reason: string | null;
  readonly host: string;
  readonly lane: Lane;
  readonly publisherId: number;
  readonly dueAt: number | null;
  readonly whole: boolean;
  readonly captureId: number | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly articleId: number | null;
  readonly againMs: number | null;
  readonly waits: number;
  readonly rescues: number;
  readonly movedAt: number;
}

export interface StepRow {
  readonly id: number;
  readonly addressId: number;
  readonly state: string;
  readonly reason: string | null;
}

export interface PublisherRow {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly state: 'active' | 'paused';
}

/** By its columns, as `notePoll` names them. */
export interface FeedRow {
  readonly id: number;
  readonly address_id: number;
  readonly publisher_id: number;
  readonly state: 'active' | 'paused';
  readonly interval_seconds: number;
  readonly next_poll_at: number;
  readonly last_polled_at: number | null;
  readonly last_success_at: number | null;
  readonly last_entry_at: number | null;
  readonly failures: number;
  readonly last_reason: string | null;
  readonly entries_seen: number;
  readonly rhythm: readonly number[] | null;
  readonly shortfall: readonly number[] | null;
  readonly wishes: FeedWishes | null;
  readonly overflows: number;
  readonly overflow_at: number | null;
  readonly told: number;
  readonly next_why: string | null;
}

export interface CaptureRow {
  readonly id: number;
  readonly addressId: number;
  readonly blobSha256: string;
  readonly origin: CaptureOrigin;
  readonly finalAddress: string;
  readonly contentType: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly status: number | undefined;
  readonly capturedAt: number;
}

export interface ContentRow {
  readonly id: number;
  readonly title: string;
  readonly body: string;
  readonly contentHash: string;
  readonly captureId: number;
  readonly extractorVersion: string;
  readonly publishedAt: number | null;
  readonly seenAt: number | null;
}

export interface DraftRow {
  readonly addressId: number;
  readonly contentId: number;
  readonly keys: readonly IdentityKey[];
  readonly signature: Signature;
  readonly articleId: number | null;
}

export interface ArticleRow {
  readonly id: number;
  readonly publisherId: number;
  readonly addressId: number;
  readonly storyId: number;
  readonly copyOf: number | null;
  readonly revision: number;
  readonly contentId: number | null;
}

export interface ArticleKeyRow {
  readonly kind: IdentityKey['kind'];
  readonly key: string;
  readonly articleId: number;
  readonly claimedAt: number;
}

export interface TellingRow {
  readonly articleId: number;
  readonly signature: Signature;
  readonly publishedAt: number;
  readonly isStated: boolean;
}

export interface CandidateKeyRow {
  readonly key: number;
  readonly articleId: number;
}

export interface RevisionRow {
  readonly articleId: number;
  readonly number: number;
  readonly contentId: number;
}

export interface ChangeRow {
  readonly seq: number;
  readonly kind: 'article_created' | 'article_revised';
  readonly articleId: number;
  readonly storyId: number;
  readonly revision: number;
  readonly cause: string;
}

export interface QuarantineRow {
  readonly id: number;
  readonly queue: string;
  readonly code: string;
  readonly addressId: number | null;
}
