import { SINGLES } from './apart.ts';
import { BRIEFS } from './briefs.ts';
import type { Case } from './dispatch.ts';
import { ARABIC } from './dispatches-arabic.ts';
import { FRENCH } from './dispatches-french.ts';
import { OTHERS } from './dispatches-other.ts';
import { EDITS, print } from './edits.ts';
import { caseOf } from './form.ts';
import { ARABIC_FORMS } from './forms-arabic.ts';
import { FRENCH_FORMS } from './forms-french.ts';
import { FORMS_WITH_LEADS } from './forms-with-leads.ts';

const DISPATCHES = [...ARABIC, ...FRENCH, ...OTHERS, ...BRIEFS];

const edited = DISPATCHES.flatMap((dispatch, serial) =>
  Object.entries(EDITS).flatMap(([kind, edit]): Case[] => {
    const other = edit(dispatch, serial);
    if (!other) return [];
    const size = dispatch.body.length < 3 ? 'brief' : 'dispatch';
    const texts = [print(dispatch), { ...other, after: 2 + (serial % 9) }];
    return [{ kind: `${size}, ${kind}`, name: dispatch.title, texts, groups: 'aa' }];
  }),
);

/** Every dispatch with every edit, every form, and what stands alone. */
export const CASES: readonly Case[] = [
  ...edited,
  ...ARABIC_FORMS.map(caseOf),
  ...FRENCH_FORMS.map(caseOf),
  ...FORMS_WITH_LEADS.map(caseOf),
  ...SINGLES,
];
