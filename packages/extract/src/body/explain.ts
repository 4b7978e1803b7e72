import { cutText } from '@nashra/text';
import type { BlockExplanation } from '../types.ts';
import { CONTEXT, type Judgement } from './judge.ts';
import { type Model, ROW_NAMES } from './model.ts';
import { traceReasons } from './trees.ts';

const REASONS = 6;
const SHOWN = 300;

function pathOf({ facts: { tree } }: Judgement, node: number): string {
  const steps: string[] = [];
  for (let up = node; up > 0 && steps.length < 6; up = tree.parent[up] as number) {
    const names = tree.attr(up, 'class')?.trim().split(/\s+/).slice(0, 3).join('.');
    steps.push(tree.tagName(up) + (names ? `.${names}` : ''));
  }
  return steps.join(' < ').slice(0, 400);
}

/** Says of every block why it was kept or dropped: what moved the judge most. */
export function explainBlocks(judgement: Judgement, model: Model): BlockExplanation[] {
  const { blocks, judged, rows, scores, kept } = judgement;
  const places = new Map([...judged].map((index, place) => [index, place]));
  const reasonsOf = (index: number): BlockExplanation['reasons'] => {
    const place = places.get(index);
    if (place === undefined) return [{ feature: 'menu-entry', value: 1, weight: -1 }];
    const at = place * ROW_NAMES.length;
    // What the first judge was sure of, the second did not see: it has no context.
    const trees = (rows[at + CONTEXT] as number) === 0 ? model.first : model.second;
    const weights = traceReasons(trees, rows, at);
    return [...weights.entries()]
      .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
      .slice(0, REASONS)
      .map(([column, weight]) => ({
        feature: ROW_NAMES[column] ?? '',
        value: rows[at + column] as number,
        weight,
      }));
  };
  return blocks.map((block, index) => ({
    text: cutText(block.text, SHOWN),
    path: pathOf(judgement, block.node),
    kept: kept[index] === 1,
    score: scores[index] as number,
    reasons: reasonsOf(index),
  }));
}
