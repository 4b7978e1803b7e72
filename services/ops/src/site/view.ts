import type { FastifyRequest } from 'fastify';
import { hasRole, type Operator } from '../access/rights.ts';
import { TONGUES, type Tongue, WORDS, type Words } from '../words/words.ts';

/** For whom a page is written. */
export interface View {
  readonly tongue: Tongue;
  readonly words: Words;
  /** Path and question of the page, so that a change of the language leads back. */
  readonly here: string;
  /** Null at the door. */
  readonly operator: Operator | null;
  /** Whether to offer what operators do; the guard has the last word. */
  readonly acts: boolean;
  readonly administers: boolean;
}

export const TONGUE_COOKIE = 'nashra_ops_tongue';

export function viewOf(request: FastifyRequest): View {
  const { operator } = request;
  // What answers a form has no address to come back to.
  return viewFor(tongueOf(request), operator, request.method === 'GET' ? request.url : '/');
}

export function viewFor(tongue: Tongue, operator: Operator | null, here: string): View {
  return {
    tongue,
    words: WORDS[tongue],
    here,
    operator,
    acts: operator !== null && hasRole(operator, 'operator'),
    administers: operator !== null && hasRole(operator, 'admin'),
  };
}

/** As somebody chose, else the first of the browser's languages that we speak, else English. */
function tongueOf({ cookies, headers }: FastifyRequest): Tongue {
  const chosen = cookies[TONGUE_COOKIE];
  const wanted = [chosen ?? '', ...(headers['accept-language'] ?? '').slice(0, 200).split(',')];
  for (const it of wanted) {
    const known = TONGUES.find((tongue) => it.trim().toLowerCase().startsWith(tongue));
    if (known) return known;
  }
  return 'en';
}
