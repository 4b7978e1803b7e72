import type { Migration } from 'kysely/migration';
import * as ids from './0001-ids.ts';
import * as ledger from './0002-ledger.ts';
import * as articles from './0003-articles.ts';
import * as reader from './0004-reader.ts';
import * as publisherMemory from './0005-publisher-memory.ts';
import * as owners from './0006-owners.ts';
import * as flight from './0007-flight.ts';
import * as stories from './0008-stories.ts';
import * as search from './0009-search.ts';
import * as contract from './0010-reader.ts';
import * as passing from './0011-passing.ts';
import * as twoLatches from './0012-two-latches.ts';
import * as cleanText from './0013-clean-text.ts';
import * as roles from './0014-roles.ts';
import * as savedQueries from './0016-saved-queries.ts';
import * as rights from './0017-rights.ts';
import * as rhythm from './0018-rhythm.ts';
import * as bulkRuns from './0021-bulk-runs.ts';
import * as people from './0022-people.ts';
import * as access from './0023-access.ts';
import * as heirs from './0024-heirs.ts';
import * as signals from './0025-signals.ts';
import * as queriesTold from './0026-queries-told.ts';
import * as quickerSearch from './0027-quicker-search.ts';
import * as months from './0028-months.ts';
import * as packedMemory from './0029-packed-memory.ts';
import * as completeness from './0030-completeness.ts';
import * as reextract from './0031-reextract.ts';
import * as topics from './0032-topics.ts';
import * as guard from './0035-guard.ts';
import * as desk from './0036-desk.ts';
import * as told from './0038-told.ts';
import * as withdrawn from './0039-withdrawn.ts';
import * as spellings from './0040-spellings.ts';
import * as cheaperWindows from './0041-cheaper-windows.ts';
import * as fewTexts from './0042-few-texts.ts';
import * as beats from './0045-beats.ts';
import * as listPages from './0046-list-pages.ts';
import * as errands from './0047-errands.ts';
import * as signedOn from './0048-signed-on.ts';
import * as epochs from './0050-epochs.ts';
import * as oldTexts from './0051-old-texts.ts';
import * as cleanWhenSaid from './0052-clean-when-said.ts';
import * as keysMadeAgain from './0053-keys-made-again.ts';
import * as frozenYoung from './0054-frozen-young.ts';
import * as clearAnswers from './0055-clear-answers.ts';
import * as eitherWord from './0056-either-word.ts';
import * as errorsOfAKind from './0057-errors-of-a-kind.ts';

/** Append only. Order is the order of the keys. */
export const migrations: Record<string, Migration> = {
  '0001-ids': ids,
  '0002-ledger': ledger,
  '0003-articles': articles,
  '0004-reader': reader,
  '0005-publisher-memory': publisherMemory,
  '0006-owners': owners,
  '0007-flight': flight,
  '0008-stories': stories,
  '0009-search': search,
  '0010-reader': contract,
  '0011-passing': passing,
  '0012-two-latches': twoLatches,
  '0013-clean-text': cleanText,
  '0014-roles': roles,
  '0016-saved-queries': savedQueries,
  '0017-rights': rights,
  '0018-rhythm': rhythm,
  '0021-bulk-runs': bulkRuns,
  '0022-people': people,
  '0023-access': access,
  '0024-heirs': heirs,
  '0025-signals': signals,
  '0026-queries-told': queriesTold,
  '0027-quicker-search': quickerSearch,
  '0028-months': months,
  '0029-packed-memory': packedMemory,
  '0030-completeness': completeness,
  '0031-reextract': reextract,
  '0032-topics': topics,
  '0035-guard': guard,
  '0036-desk': desk,
  '0038-told': told,
  '0039-withdrawn': withdrawn,
  '0040-spellings': spellings,
  '0041-cheaper-windows': cheaperWindows,
  '0042-few-texts': fewTexts,
  '0045-beats': beats,
  '0046-list-pages': listPages,
  '0047-errands': errands,
  '0048-signed-on': signedOn,
  '0050-epochs': epochs,
  '0051-old-texts': oldTexts,
  '0052-clean-when-said': cleanWhenSaid,
  '0053-keys-made-again': keysMadeAgain,
  '0054-frozen-young': frozenYoung,
  '0055-clear-answers': clearAnswers,
  '0056-either-word': eitherWord,
  '0057-errors-of-a-kind': errorsOfAKind,
};
