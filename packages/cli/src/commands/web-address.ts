import { InvalidArgumentError } from 'commander';

/** Reads an option that is an address of the web. */
export function webAddress(text: string): string {
  if (/^https?:$/.test(URL.parse(text)?.protocol ?? '')) return text;
  throw new InvalidArgumentError('an address like https://example.org/news/1 is wanted');
}
