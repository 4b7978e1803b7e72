/**
 * Where the simulated world begins: functions of the product, by file, in whose place others run. All else that runs is the
 * product's own code, as it lies there.
 */
export const SEAMS: Readonly<Record<string, readonly string[]>> = {
  // What owners do with their rows: verbs with a contract, held to the real SQL by the conformance runs.
  'packages/ledger/src/begin.ts': ['begin'],
  'packages/ledger/src/depart.ts': ['depart'],
  'packages/ledger/src/move.ts': ['move', 'land'],
  'packages/ledger/src/read-in-flight.ts': ['inFlightOf', 'lockInFlight', 'noteSentAway'],
  'packages/ledger/src/take-waiting.ts': ['takeWaiting'],
  'packages/ledger/src/take-again.ts': ['takeAgain'],
  'packages/ledger/src/resting.ts': ['resting'],
  'packages/ledger/src/read-known.ts': ['readKnown'],
  'packages/ledger/src/copies-of.ts': ['copiesOf'],
  'packages/ledger/src/note-entries.ts': ['adoptEntries', 'noteEntries'],
  'packages/ledger/src/unlist.ts': ['unlist'],
  'packages/ledger/src/find.ts': ['findAddresses'],
  'packages/ledger/src/article-links.ts': ['forgetArticles'],
  'packages/sources/src/claim-due-feeds.ts': ['claimDueFeeds'],
  'packages/sources/src/rhythm/feed-facts.ts': ['readFeedFacts'],
  'packages/sources/src/write-feed.ts': ['writeFeed'],
  'packages/sources/src/is-page.ts': ['isPageSource'],
  'packages/sources/src/moves.ts': ['noteMoves', 'adoptMoves'],
  'packages/sources/src/completeness/omissions.ts': ['noteOmissions'],
  'packages/sources/src/publishers.ts': ['readPublisher', 'pausedPublishers'],
  'packages/sources/src/memory.ts': ['readMemory', 'updateMemory'],
  'packages/sources/src/guard/guard-row.ts': ['readGuard', 'isHeld'],
  'packages/captures/src/keep.ts': ['keepAll', 'readCaptures'],
  'packages/captures/src/fetch-log.ts': ['logFetches'],
  'packages/articles/src/save-drafts.ts': ['saveDrafts', 'discardDrafts'],
  'packages/articles/src/takedowns.ts': ['takenDown'],
  'packages/articles/src/recognisable.ts': ['loadRecognisable'],
  'packages/articles/src/current.ts': ['addressesSaying', 'articlesAt', 'currentRevisions'],
  'packages/articles/src/identity.ts': ['findCandidates', 'reserveIds'],
  'packages/articles/src/latches.ts': ['latchDecisions', 'latchChanges'],
  'packages/articles/src/claim.ts': ['claimAll'],
  'packages/articles/src/tellings.ts': ['findHolders', 'loadTellings'],
  'packages/articles/src/fresh-keys.ts': ['freshKeys'],
  'packages/articles/src/restless.ts': ['restlessAmong'],
  'packages/articles/src/keep-tellings.ts': ['keepTellings'],
  'packages/articles/src/write-articles.ts': ['writeArticles'],
  'packages/articles/src/undo-claim.ts': ['undoClaim'],
  'packages/audit/src/record.ts': ['record'],
  'packages/pipeline/src/quarantine-rows.ts': ['insertQuarantine', 'forgetQuarantine'],
  // What lies outside of every process.
  'packages/queue/src/connection.ts': [
    'openProducerConnection',
    'openWorkerConnection',
    'openRedis',
  ],
  'packages/queue/src/live-keys.ts': ['liveKeys'],
  'packages/politeness/src/slots/open-host-slots.ts': ['openHostSlots'],
  'packages/blobs/src/open-blobs.ts': ['openBlobs'],
  'services/fetch/src/open-fetcher.ts': ['openFetcher'],
  // What a process has beside its work: ports, threads, clocks of its own.
  'packages/service/src/health-server.ts': ['startHealthServer'],
  'packages/service/src/watch-flow.ts': ['watchFlow'],
  'packages/service/src/keep-carrying.ts': ['keepCarrying'],
  'packages/service/src/metrics.ts': ['createMetrics'],
  'services/parse/src/reading-watch.ts': ['openReadingWatch'],
  'services/scheduler/src/maintenance/keep-house.ts': ['keepHouse'],
  'services/scheduler/src/keep-stepping.ts': ['keepStepping'],
  // Reading one page costs more than a seed may: what has been read once is remembered.
  'packages/reading/src/read-page.ts': ['readPage'],
};

/** Modules in whose place others are loaded, where packages and services ask for them. */
export const MODULES: Readonly<Record<string, string>> = {
  bullmq: 'model/bull.ts',
  'node:timers/promises': 'world/timers-promises.ts',
};
