import { decodeReferences } from '../xml/entities.ts';
import { addressAttributes } from './html-names.ts';
import { resolveAddress } from './resolve-address.ts';
import { replaceTags } from './tags.ts';

const attribute = /([\s"'/])([a-zA-Z:]+)(\s*=\s*)("[^"]*"|'[^']*'|[^\s"'>]+)/g;
const mayHoldAddress =
  /\b(?:href|src|srcset|cite|action|background|data|poster|longdesc|icon|profile|usemap|codebase|classid)\s*=\s*["']?(?!https?:|["'\s])/i;

/** Every address in a piece of HTML made absolute, whatever attribute it stands in; the rest is left as it was. */
export function absolutizeHtml(html: string, base: string | null): string {
  if (base === null || !mayHoldAddress.test(html)) return html;
  return replaceTags(html, (tag) =>
    tag.replace(attribute, (whole, before: string, name: string, equals: string, value: string) => {
      const lower = name.toLowerCase();
      if (lower === 'srcset')
        return `${before}${name}${equals}"${absolutizeSrcset(unquote(value), base)}"`;
      if (!addressAttributes.has(lower)) return whole;
      const written = decodeReferences(unquote(value));
      const absolute = resolveAddress(written, base);
      if (absolute === null || absolute === written) return whole;
      return `${before}${name}${equals}"${absolute.replaceAll('&', '&amp;').replaceAll('"', '%22')}"`;
    }),
  );
}

const unquote = (value: string) => (/^["']/.test(value) ? value.slice(1, -1) : value);

/** Candidates of a picture apart by commas, each an address and a descriptor (HTML §2.3.8). */
function absolutizeSrcset(srcset: string, base: string): string {
  return srcset
    .split(/,\s+/)
    .map((candidate) => {
      const [address = '', ...descriptor] = candidate.trim().split(/\s+/);
      return [
        resolveAddress(decodeReferences(address), base)?.replaceAll('&', '&amp;') ?? address,
        ...descriptor,
      ].join(' ');
    })
    .join(', ');
}
