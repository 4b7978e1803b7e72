import { type Html, html } from '@nashra/site';
import type { View } from '../site/view.ts';

/** Where an address stands, in the words of who reads; as filters and the terminal call it on a tool tip. */
export function stateWord({ words }: View, state: string): Html {
  const known: Readonly<Record<string, string>> = words.states;
  return html`<span title="${state}">${known[state] ?? state}</span>`;
}
