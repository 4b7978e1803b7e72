import { cutText } from '@nashra/text';
import type { FeedPerson } from '../feed.ts';
import { shownLine } from '../markup/plain-text.ts';

const emailAddress = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+(?:\?subject=\S+)?/;

/** `mail (name)`, `name (mail)`, `name <mail>`, one of them alone: RSS leaves it to the publisher. */
export function personOf(text: string): FeedPerson | null {
  const written = shownLine(cutText(text.trim(), 1000));
  if (written === '') return null;
  const email = emailAddress.exec(written)?.[0] ?? null;
  if (email === null) return { name: written, email: null, url: null };
  const name = written
    .replace(email, '')
    .replace(/\(\s*\)|<\s*>|&lt;\s*&gt;|\bmailto:/gi, '')
    .trim()
    .replace(/^\((.*)\)$/, '$1')
    .replace(/^"(.*)"$/, '$1')
    .replace(/^[-,;:\s]+|[-,;:\s]+$/g, '');
  return { name: name || null, email, url: null };
}
