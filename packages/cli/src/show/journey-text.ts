import type { Journey } from '@nashra/pipeline';
import pc from 'picocolors';
import { ago } from '../output/ago.ts';
import { oneLine } from '../output/print.ts';
import { table } from '../output/table.ts';

/** The journey of an address for a person: the verdict first, then what led to it. */
export function journeyText(journey: Journey): string {
  const { address, steps, requests } = journey;
  return [
    pc.bold(oneLine(address, 500)),
    ...verdict(journey),
    '',
    table(facts(journey)),
    ...(steps.length > 0
      ? [
          '',
          pc.bold('Steps (UTC)'),
          table(steps.map((it) => [time(it.at), it.state, it.reason ?? ''])),
        ]
      : []),
    ...(requests.length > 0
      ? [
          '',
          pc.bold('Requests (UTC)'),
          table(requests.map(request), ['', 'outcome', 'status', 'ms', 'bytes']),
        ]
      : []),
  ].join('\n');
}

function verdict({ state, reason, meaning, waitsFor, dueAt, publisherState }: Journey): string[] {
  const line = `${state}${reason ? ` (${reason})` : ''}`;
  const rests = publisherState === 'paused' ? ['Its publisher is paused: nobody asks for it.'] : [];
  const waits = waitsFor ? [`Waits for ${waitsFor}, due ${ago(dueAt)}.`] : [];
  return [line, ...(meaning ? [meaning] : []), ...waits, ...rests];
}

function facts(journey: Journey): (string | number)[][] {
  const { id, publisher, kind, foundInAddress, articleId, capture, job, quarantined } = journey;
  const rows: [string, string | number | null | undefined][] = [
    ['id', id],
    ['kind', kind],
    ['publisher', publisher],
    ['found in', foundInAddress && oneLine(foundInAddress, 200)],
    ['article', articleId],
    ['kept body', capture && `${ago(capture.capturedAt)}, ${capture.blobSha256.slice(0, 12)}…`],
    ['job', job && `${job.state}, ${job.attempts} attempts ${job.failedReason ?? ''}`],
    ['feed', journey.feed && `${journey.feed.health}, ${journey.feed.failures} failures`],
    ['rate', journey.feed && rateText(journey.feed.entriesPerDay)],
    ['next poll', journey.feed && nextText(journey.feed)],
    ['evidence', journey.feed?.evidence],
    [
      'quarantine',
      quarantined &&
        `${quarantined.queue}: ${quarantined.code} ${oneLine(quarantined.message, 200)}`,
    ],
    [
      'next look',
      journey.againAt && `${ago(journey.againAt)}, after ${journey.vain} that brought nothing new`,
    ],
    ['waits, rescues', `${journey.waits}, ${journey.rescues}`],
  ];
  return rows.flatMap(([name, value]) =>
    value === null || value === undefined ? [] : [[name, value]],
  );
}

function rateText(perDay: number | null): string {
  return perDay === null ? 'not known yet' : `${perDay.toFixed(1)} new entries a day`;
}

function nextText({ nextPollAt, nextPollWhy }: NonNullable<Journey['feed']>): string {
  return [ago(nextPollAt), ...(nextPollWhy === null ? [] : [nextPollWhy])].join(', ');
}

function request(it: Journey['requests'][number]): (string | number)[] {
  return [time(it.at), it.outcome, it.status ?? '', it.ms, it.bytes ?? ''];
}

function time(at: Date): string {
  return at.toISOString().replace('T', ' ').slice(0, 23);
}
