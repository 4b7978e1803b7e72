/**
 * How well search finds what people mean: judged queries over a corpus of near-duplicates, through the scorers' adapter.
 *   node bench/search/judged.ts [--corpus DIR] [--misses]
 */
import { parseArgs } from 'node:util';
import search from '../adapters/search.ts';
import { readDocs } from '../dedupe/documents.ts';
import { after } from './judged/after.ts';
import { before } from './judged/before.ts';
import { fresh } from './judged/fresh.ts';
import { answering, type JudgedQuery, judge, judgeBy } from './judged/judge.ts';
import { kinds } from './judged/kinds.ts';
import { type SignedQuery, signs } from './judged/signs.ts';
import { unseen, unseenSigns } from './judged/unseen.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../shared/corpus/near-duplicates/dev' },
    misses: { type: 'boolean', default: false },
  },
});
const documents = readDocs(values.corpus).map((it) => ({
  ...it,
  publishedAt: new Date(it.publishedAt).toISOString(),
}));
if (documents.length === 0) {
  console.log(`No corpus at ${values.corpus}: nothing is judged.`);
  process.exit(0);
}
const groups = {
  'written before the code': before,
  'written after': after,
  'kind by kind': kinds,
  fresh,
  'with signs': signs,
  unseen,
  'unseen, with signs': unseenSigns,
};
const answers = new Map(
  (
    await search(
      documents,
      Object.values(groups)
        .flat()
        .map(([query]) => query),
    )
  ).map(({ query, ids }) => [query, new Set(ids)]),
);
const all: Score[] = [];
for (const [name, queries] of Object.entries(groups)) {
  const scores = queries.flatMap((query) => scoreOf(query) ?? []);
  all.push(...scores);
  console.log(`${name}: ${summary(scores)}`);
}
console.log(`all: ${summary(all)}`);

interface Score {
  readonly recall: number;
  readonly precision: number;
}

function isSigned(query: JudgedQuery | SignedQuery): query is SignedQuery {
  return typeof query[1] === 'function';
}

function scoreOf(query: JudgedQuery | SignedQuery): Score | undefined {
  const truth = isSigned(query) ? judgeBy(documents, query[1]) : judge(documents, query);
  const found = answers.get(query[0]) ?? new Set();
  if (truth.size === 0) return undefined;
  const right = [...found].filter((id) => truth.has(id)).length;
  const score = {
    recall: right / truth.size,
    precision: found.size === 0 ? 1 : right / found.size,
  };
  if (values.misses && (score.recall < 0.95 || score.precision < 0.95))
    console.log(
      query[0],
      `${right} of ${truth.size} found, ${found.size} given`,
      missesOf(query, truth, found),
    );
  return score;
}

/** What was missed by the words that answer, the commonest first; what was wrong by its id. */
function missesOf(
  query: JudgedQuery | SignedQuery,
  truth: ReadonlySet<string>,
  found: ReadonlySet<string>,
): string {
  const counts = new Map<string, number>();
  for (const document of documents) {
    if (!truth.has(document.id) || found.has(document.id)) continue;
    for (const word of isSigned(query) ? [document.id] : answering(document, query))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const missed = [...counts].toSorted((a, b) => b[1] - a[1]).slice(0, 12);
  const wrong = [...found].filter((id) => !truth.has(id)).slice(0, 6);
  return `missed ${missed.map(([word, n]) => `${word} ${n}`).join(', ')}; wrong ${wrong.join(' ')}`;
}

function summary(scores: readonly Score[]): string {
  const mean = (of: (score: Score) => number) =>
    ((100 * scores.reduce((sum, it) => sum + of(it), 0)) / scores.length).toFixed(1);
  return `${scores.length} queries, recall ${mean((it) => it.recall)} %, precision ${mean((it) => it.precision)} %`;
}
