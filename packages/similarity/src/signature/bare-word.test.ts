import { withoutParticles } from '@nashra/text';
import { expect, it } from 'vitest';
import { bareStart } from './bare-word.ts';

it.each(
  'الله والله بالله لله المدينه والمدينه بالمدينه كالمدينه فالمدينه للمدينه ولله وللمدينه كتاب وكتاب وقال ولد الو'.split(
    ' ',
  ),
)('leaves of %s what search leaves of it', (word) => {
  const bare = withoutParticles(word, 'ar');
  const god = bare === 'الله' ? word : bare;
  expect(word.slice(bareStart(word, 0, word.length))).toBe(god);
});
