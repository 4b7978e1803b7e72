import { expect, it } from 'vitest';
import { readFailureFilter } from './failure-filter.ts';
import { FilterError } from './qualifiers.ts';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const nothing = {
  states: [],
  stages: [],
  reasons: [],
  hosts: [],
  kinds: [],
  errors: [],
  since: null,
};

it.each([
  ['', nothing],
  ['host:A.ma', { ...nothing, hosts: ['a.ma'] }],
  [
    'reason:timeout,http_403  state:dropped',
    { ...nothing, reasons: ['timeout', 'http_403'], states: ['dropped'] },
  ],
  ['since:2h kind:feed', { ...nothing, kinds: ['feed'], since: new Date('2026-03-01T10:00:00Z') }],
  ['stage:parse error:0a1b2c3d', { ...nothing, stages: ['parse'], errors: ['0a1b2c3d'] }],
  ['since:2026-02-01', { ...nothing, since: new Date('2026-02-01') }],
])('reads «%s»', (text, filter) => {
  expect(readFailureFilter(text, NOW)).toEqual(filter);
});

it.each([
  'timeout',
  'why:x',
  'state:indexed',
  'stage:cook',
  'host:a host:b',
  'since:soon',
  'since:1h,2h',
  'host:',
  'host:,',
  'reason:timeout,timeot',
])('refuses «%s»', (text) => {
  expect(() => readFailureFilter(text, NOW)).toThrow(FilterError);
});
