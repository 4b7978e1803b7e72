/** Hosts and redirectors that take part in generated addresses. */
const HOSTS =
  `site.example www.site.example WWW.Site.Example m.site.example site.example. a..example site.example..
  site.example:443 site.example:80 site.example:8080 localhost:3000 أخبار.example 127.0.0.1 0x7f.1 [2001:db8::1]
  user:pw@site.example ｓite.example ${'a.'.repeat(130)}example`.split(/\s+/);
const REDIRECTORS =
  `l.facebook.com/l.php?u= www.google.com/url?q= www.google.com./url?url= www.google.com/amp/
  www.google.com/amp/s/ site-example.cdn.ampproject.org/c/s/ out.reddit.com/?&amp;url= vk.com:443/away.php?to=`.split(
    /\s+/,
  );
/** What canonicalization looks for, and what escapes, joins or hides it. */
const PARTS =
  `a 7 خبر é e\u0301 😀 \ud800 % %2 %25 %2F %3f %26 %23 %00 %D8%AE %d8 %E2%80%8F ? ?? & && = == + # #! #/ #!/
  / // .. . %2e%2E \\ @ : ; , ' " < > | ^ \` { } [ ] * $ ~ \u200f \u200b \u00ad &amp; &#38; &#038; &#x26; &amp;amp; amp; AMP;
  utm_source=x utm_ fbclid=1 ref=rss ref=4711 ts=1700000000 _=1 sid=abcdefghijklmnop ;jsessionid=A1 index.html amp .amp.html
  article-1234567.html https:// http%3A%2F%2Fsite.example%2Fy x=1 y= =z share= www. tag`
    .split(/\s+/)
    .concat(' ', '\t', '\n', '\u00a0');
const SCHEMES = ['https://', 'http://', 'HTTPS://', 'http:', '//', ' https://', '\u200fhttps://'];

/** Addresses, sound and broken, one after the other; the same for the same seed. */
export function* generatedAddresses(seed: number, count: number): Generator<string> {
  const random = seeded(seed);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] as string;
  const some = (most: number) =>
    Array.from({ length: Math.floor(random() * most) }, () => pick(PARTS)).join('');
  for (let index = 0; index < count; index++) {
    const query = `${pick(['', '?', '?', '&'])}${some(6)}`;
    const path = `${pick(['/', '/', '', '#'])}${some(5)}`;
    let address = `${pick(SCHEMES)}${pick(HOSTS)}${path}${query}${pick(['', '#', '#!/'])}${some(3)}`;
    for (let nested = Math.floor(random() ** 4 * 9); nested > 0; nested--) {
      const inner = random() < 0.7 ? encodeURIComponent(address.toWellFormed()) : address;
      address = `https://${pick(REDIRECTORS)}${inner}`;
    }
    yield address;
  }
}

/** Mulberry32: even numbers from 0 to 1. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
