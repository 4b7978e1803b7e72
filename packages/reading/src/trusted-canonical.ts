import { canonicalAddress, identityOf, looksLikeArticle, siteHost } from '@nashra/address';
import { getDomain } from 'tldts';

/** What templates leave when nobody fills them in. */
const PLACEHOLDER = /\{|%7b|<%|\bundefined\b|\bnull\b|\bNaN\b|\[object/i;
/**
 * The canonical address that a page names for itself, if it may be believed; else `null`. Publishers get it wrong in known
 * ways: the home page or a section for every article, a developer's host, an unfilled template, another language's edition,
 * two that contradict each other. Another site's address says where a text came from, not what this page is.
 */
export function trustedCanonical(page: string, named: readonly string[]): string | null {
  const given = named.map((text) => text.trim()).filter((text) => text !== '');
  if (given.some((text) => text.startsWith('#') || PLACEHOLDER.test(text))) return null;
  const addresses = given.map((text) => canonicalAddress(text, page));
  const [first] = addresses;
  if (!first || addresses.some((address) => !address || identityOf(address) !== identityOf(first)))
    return null;
  return identityOf(first) === identityOf(page) || isPlausible(new URL(page), new URL(first))
    ? first
    : null;
}

function isPlausible(page: URL, canonical: URL): boolean {
  const segments = segmentsOf(canonical);
  if (!isSameEdition(page.hostname, canonical.hostname)) return false;
  if (segments.length === 0 && canonical.search === '') return false;
  return (
    looksLikeArticle(segments) || canonical.search !== '' || !looksLikeArticle(segmentsOf(page))
  );
}

/**
 * The name somebody registered, by the Public Suffix List with its private part: two blogs of one host, two offices under `gov.ma` are
 * strangers to each other.
 */
function registeredName(hostname: string): string {
  return getDomain(hostname, { allowPrivateDomains: true }) ?? hostname;
}

/** One registered name, and no label that tells languages apart (`fr.`, `arabic.`). */
function isSameEdition(page: string, canonical: string): boolean {
  if (registeredName(page) !== registeredName(canonical)) return false;
  return editionOf(page) === editionOf(canonical);
}

const LANGUAGES = new Set(
  'arabic francais french english spanish espanol amazigh tamazight deutsch'.split(' '),
);

function editionOf(hostname: string): string | undefined {
  const own = siteHost(hostname).slice(0, -registeredName(hostname).length).split('.');
  return own.find((label) => label.length === 2 || LANGUAGES.has(label));
}

function segmentsOf({ pathname }: URL): string[] {
  return pathname.split('/').filter((segment) => segment !== '');
}
