import { describe, expect, it } from 'vitest';
import { CHANGES, type ChangeName } from './changes.ts';
import { DAYS, EVENTS } from './events.ts';
import { LAYOUTS } from './layouts.ts';
import { playMonths } from './month.ts';
import { getToKnow, playChange } from './publisher.ts';

const names = Object.keys(CHANGES) as ChangeName[];

describe('a source that guards itself', () => {
  it('tells of 41 of 45 planted changes within 20 articles, and of none before', {
    timeout: 90_000,
  }, () => {
    const played = Object.entries(LAYOUTS).flatMap(([layout, page], seed) => {
      const known = getToKnow(page, seed + 1);
      return names.map((change) => ({ layout, change, ...playChange(known, CHANGES[change]) }));
    });
    expect(played).toHaveLength(45);
    const missed = played.filter(({ after }) => after === null);
    expect(missed.map(({ layout, change }) => `${layout}: ${change}`).length).toBeLessThanOrEqual(
      4,
    );
    expect(played.filter(({ false: wrong }) => wrong > 0)).toEqual([]);
    const empty = played.filter(({ change }) => change === 'scripts only');
    expect(empty.every(({ alarm }) => alarm?.isCollapse)).toBe(true);
  });

  it('is not alarmed in a month of 100 publishers with quiet Fridays', () => {
    const { pages, wrong } = playMonths(100, 37, 1);
    expect(pages).toBeGreaterThan(50_000);
    expect(wrong).toEqual([]);
  });

  it('is alarmed by next to no day of films, of briefs or of an election', () => {
    const alarmed = Object.entries(EVENTS)
      .filter(([name]) => !name.startsWith('rest'))
      .map(([name, fate]) => {
        const { wrong } = playMonths(12, DAYS, 5, fate);
        return { name, publishers: new Set(wrong.map(({ publisher }) => publisher)).size };
      });
    expect(alarmed.filter(({ publishers }) => publishers > 1)).toEqual([]);
  });
});
