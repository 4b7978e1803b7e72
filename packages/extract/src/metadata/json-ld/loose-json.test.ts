import { describe, expect, it } from 'vitest';
import { readLooseJson } from './loose-json.ts';

describe('readLooseJson', () => {
  it('reads several values one after another', () => {
    expect(readLooseJson('{"a":1}{"b":2}')).toEqual([{ a: 1 }, { b: 2 }]);
  });

  it('forgives trailing and missing commas', () => {
    expect(readLooseJson('{"a":[1,2,],\n"b":"x"\n"c":true,}')).toEqual([
      { a: [1, 2], b: 'x', c: true },
    ]);
  });

  it('reads strings in single quotes', () => {
    expect(readLooseJson("{'a':'it''s','b':['x','y']}")).toEqual([{ a: "it''s", b: ['x', 'y'] }]);
    expect(readLooseJson("{'a':'l’été d\\'Oran','b':1}")).toEqual([{ a: "l’été d'Oran", b: 1 }]);
  });

  it('keeps raw line breaks and tabs inside strings', () => {
    expect(readLooseJson('{"a":"one\n\ttwo"}')).toEqual([{ a: 'one\n\ttwo' }]);
  });

  it('keeps quotes that nobody escaped', () => {
    expect(readLooseJson('{"headline":"The "great" bridge, at last","x":1}')).toEqual([
      { headline: 'The "great" bridge, at last', x: 1 },
    ]);
  });

  it('undoes escapes, also ones JSON does not know', () => {
    expect(readLooseJson('{"a":"it\\\'s \\u00e9t\\u00e9 \\/","b":"\\uZZ"}')).toEqual([
      { a: "it's été /", b: 'ZZ' },
    ]);
  });

  it('passes comments', () => {
    expect(readLooseJson('// note\n{/* x */"a":1}')).toEqual([{ a: 1 }]);
  });

  it('closes what a cut-off block left open', () => {
    expect(readLooseJson('{"a":{"b":["x","y')).toEqual([{ a: { b: ['x', 'y'] } }]);
  });

  it('never lets a page reach the prototype', () => {
    const [value] = readLooseJson('{"__proto__":{"polluted":1},"a":1,}');
    expect(value).toEqual({ a: 1 });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('ends on any input, however deep or broken', () => {
    for (const source of ['['.repeat(20_000), '{"a":'.repeat(20_000), '}{][,:"\\', '{:::}'])
      expect(Array.isArray(readLooseJson(source))).toBe(true);
  });
});
