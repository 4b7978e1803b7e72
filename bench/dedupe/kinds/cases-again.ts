import type { Case } from './dispatch.ts';
import { caseOf } from './form.ts';
import { FORMS_AGAIN } from './forms-again.ts';
import { RESPELT } from './respelt.ts';

/** What was written when the rules stood. */
export const CASES_AGAIN: readonly Case[] = [...FORMS_AGAIN.map(caseOf), ...RESPELT];
