import {
  listQuarantine,
  type Pipeline,
  type QuarantinedJob,
  readStatus,
  type Status,
} from '@nashra/pipeline';
import { type ArticleCard, asReader, latestArticles } from '@nashra/reader';
import { listSources, type Source } from '@nashra/sources';
import { share } from './share.ts';

export interface Overview {
  readonly status: Status;
  readonly sources: readonly Source[];
  readonly latest: readonly ArticleCard[];
  readonly quarantine: readonly QuarantinedJob[];
}

/** All that the pages show, each reading bounded and shared by everybody who looks. */
export interface PipelineState {
  status(): Promise<Status>;
  sources(): Promise<readonly Source[]>;
  overview(): Promise<Overview>;
}

const FRESH_MS = 2_000;
const ROWS = 20;
const MAX_SOURCES = 2_000;

export function openState(pipeline: Pipeline): PipelineState {
  const { db } = pipeline;
  const status = share(FRESH_MS, () => readStatus(pipeline));
  const sources = share(FRESH_MS, () => listSources(db, { order: 'urgency', limit: MAX_SOURCES }));
  const latest = share(FRESH_MS, () => latestArticles(asReader(db), ROWS));
  const quarantine = share(FRESH_MS, () => listQuarantine(db, { limit: ROWS }));
  return {
    status,
    sources,
    async overview() {
      const [a, b, c, d] = await Promise.all([status(), sources(), latest(), quarantine()]);
      return { status: a, sources: b, latest: c, quarantine: d };
    },
  };
}
