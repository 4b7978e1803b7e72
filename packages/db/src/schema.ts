import type { AccessTable } from './tables/access.ts';
import type { AddressTable } from './tables/address.ts';
import type { AlarmTable } from './tables/alarm.ts';
import type { ArticleKeyTable, ArticleTable, StoryTable } from './tables/article.ts';
import type { AuditTable } from './tables/audit.ts';
import type { BeatTable } from './tables/beat.ts';
import type { BulkItemTable, BulkRunTable } from './tables/bulk.ts';
import type { CaptureTable } from './tables/capture.ts';
import type { ChangeTable } from './tables/change.ts';
import type { DeskCaseTable, TakedownTable } from './tables/desk.ts';
import type { DraftTable } from './tables/draft.ts';
import type { EpochTable } from './tables/epoch.ts';
import type { ErrandTable } from './tables/errand.ts';
import type { FailureTable } from './tables/failure.ts';
import type { FeedTable } from './tables/feed.ts';
import type { FetchLogTable } from './tables/fetch-log.ts';
import type { FlightTable } from './tables/flight.ts';
import type { GuardTable } from './tables/guard.ts';
import type { HubLeaseTable } from './tables/hub-lease.ts';
import type { JournalTable } from './tables/journal.ts';
import type { LatchTable } from './tables/latch.ts';
import type { MaintenanceTable } from './tables/maintenance.ts';
import type { OmissionTable } from './tables/omission.ts';
import type { OpsTokenTable } from './tables/ops-token.ts';
import type { PaceTable } from './tables/pace.ts';
import type { ApiTokenTable, OpsUserTable } from './tables/people.ts';
import type { PublisherTable } from './tables/publisher.ts';
import type { PublisherMemoryTable } from './tables/publisher-memory.ts';
import type { QuarantineTable } from './tables/quarantine.ts';
import type {
  ContentTable,
  ImageReportTable,
  ImageTable,
  RevisionTable,
} from './tables/revision.ts';
import type {
  QueryAnchorTable,
  QueryMatchTable,
  QueryToldTable,
  SavedQueryTable,
  WebhookTable,
} from './tables/saved-query.ts';
import type { SearchFoldTable, SearchFormTable, TitleWordTable } from './tables/search.ts';
import type { ShelfTable, ShelfTallyTable } from './tables/shelf.ts';
import type {
  CandidateKeyTable,
  KeyFillTable,
  PartTable,
  RulingTable,
  SignatureTable,
  StopKeyTable,
  TopicTable,
  TopicTextTable,
  VersionTable,
} from './tables/story.ts';
import type { TallyTable } from './tables/tally.ts';

export interface Database {
  access: AccessTable;
  publisher: PublisherTable;
  takedown: TakedownTable;
  desk_case: DeskCaseTable;
  guard: GuardTable;
  publisher_memory: PublisherMemoryTable;
  feed: FeedTable;
  pace: PaceTable;
  hub_lease: HubLeaseTable;
  omission: OmissionTable;
  beat: BeatTable;
  address: AddressTable;
  flight: FlightTable;
  journal: JournalTable;
  failure: FailureTable;
  capture: CaptureTable;
  fetch_log: FetchLogTable;
  draft: DraftTable;
  story: StoryTable;
  signature: SignatureTable;
  candidate_key: CandidateKeyTable;
  key_fill: KeyFillTable;
  stop_key: StopKeyTable;
  part: PartTable;
  version: VersionTable;
  topic_text: TopicTextTable;
  topic: TopicTable;
  ruling: RulingTable;
  article: ArticleTable;
  article_key: ArticleKeyTable;
  revision: RevisionTable;
  content: ContentTable;
  image: ImageTable;
  image_report: ImageReportTable;
  shelf: ShelfTable;
  shelf_tally: ShelfTallyTable;
  search_fold: SearchFoldTable;
  search_form: SearchFormTable;
  title_word: TitleWordTable;
  saved_query: SavedQueryTable;
  query_anchor: QueryAnchorTable;
  query_match: QueryMatchTable;
  query_told: QueryToldTable;
  webhook: WebhookTable;
  change: ChangeTable;
  quarantine: QuarantineTable;
  bulk_run: BulkRunTable;
  bulk_item: BulkItemTable;
  errand: ErrandTable;
  audit: AuditTable;
  ops_token: OpsTokenTable;
  ops_user: OpsUserTable;
  api_token: ApiTokenTable;
  alarm: AlarmTable;
  latch: LatchTable;
  epoch: EpochTable;
  maintenance: MaintenanceTable;
  tally: TallyTable;
}
