import { type Explained, explainPair } from '@nashra/articles';
import { CliError } from '../cli-error.ts';
import { oneLine, print, printJson } from '../output/print.ts';
import { table } from '../output/table.ts';
import { openSystemDb } from '../system/find-system.ts';

const MOST_REASONS = 12;

export async function runExplain(
  first: number,
  second: number,
  { json }: { json?: true },
): Promise<void> {
  await using db = openSystemDb();
  const explanation = await explainPair(db, first, second);
  if (!explanation)
    throw new CliError(
      'One of them is unknown, or was read before stories were told by signatures.',
    );
  if (json) return printJson(explanation);
  const { articles, isOneStory, decision, least, reasons } = explanation;
  for (const article of articles) print(lineOf(article));
  print(isOneStory ? 'They are one story.' : 'They are two stories.');
  const { relation, sureness, override, rule } = decision;
  const why = override ? `, since ${override.replaceAll('_', ' ')}` : '';
  const words = relation.replaceAll('_', ' ');
  print(`The texts alone: ${words}${why} (sureness ${sureness.toFixed(2)}, rule ${rule}).`);
  const points = reasons.reduce((sum, reason) => sum + reason.points, 0);
  print(`${points.toFixed(2)} points, where more than ${least.toFixed(2)} make a copy:`);
  const rows = reasons
    .slice(0, MOST_REASONS)
    .map((reason) => [
      reason.points.toFixed(2),
      ...Object.entries(reason).flatMap(([name, value]) =>
        name === 'points' ? [] : String(value),
      ),
    ]);
  print(table(rows));
}

function lineOf({ articleId, storyId, title, publishedAt, joined, isRuled }: Explained): string {
  const how = isRuled
    ? 'a person put it there'
    : joined
      ? `it came by its likeness to ${joined.likeArticleId} (${joined.sureness.toFixed(2)}, rule ${joined.rule})`
      : 'nothing else brought it there';
  const name = title === null ? 'not written yet' : oneLine(title);
  return `${articleId}  ${publishedAt.toISOString()}  ${name}\n  in story ${storyId}: ${how}`;
}
