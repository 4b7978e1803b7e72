import { segmentsOf } from './segments.ts';

/**
 * What addresses of one kind have in common: where numbers and titles stand in path and query, and which words stand beside
 * them. `/sport/2026/some-long-title` and `/culture/2025/another-title-of-it` have one pattern; names of pages that are one of
 * their kind (`/contact`) are patterns of their own.
 */
export function addressPattern(address: string): string {
  const { pathname, searchParams } = new URL(address);
  const parts = segmentsOf(pathname);
  const path = parts.map((part, at) => {
    // Sections differ; what stands last and is short is a page of the site.
    return kindOf(part) ?? (at === parts.length - 1 ? part : 'name');
  });
  const query = [...searchParams].map(([name, value]) => `${name}=${kindOf(value) ?? value}`);
  return `/${path.join('/')}?${query.sort().join('&')}`;
}

/** Whether a pattern says where a number or a title stands, so that many pages may have it. */
export function isOfMany(pattern: string): boolean {
  return /[/=](?:number|title|coded)(?=[/?&]|$)/.test(pattern);
}

/** Characters of a word that no section is called by. */
const LONG = 24;

function kindOf(text: string): 'year' | 'number' | 'title' | 'coded' | null {
  if (/^\d+$/.test(text)) return text.length === 4 ? 'year' : 'number';
  if (text.length > LONG || text.split(/[-_+\s]+/).length > 2) return 'title';
  return /\d/.test(text) ? 'coded' : null;
}
