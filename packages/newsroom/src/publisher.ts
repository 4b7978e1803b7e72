export type Language = 'ar' | 'fr' | 'en';

/** An invented publisher: what it looks like on the wire and how its server behaves. */
export interface Publisher {
  readonly slug: string;
  readonly name: string;
  readonly nameNative?: string;
  readonly language: Language;
  readonly country: string;
  readonly timeZone: string;
  readonly feed: 'rss' | 'atom' | 'rdf' | 'json';
  /** Whether the feed carries whole articles or only how they begin. */
  readonly fullText: boolean;
  readonly theme: 'modern' | 'microdata' | 'old';
  readonly charset: 'utf-8' | 'windows-1256';
  /** Agencies write what others copy. */
  readonly isAgency?: true;
  /** `slow` takes seconds for every answer; `refusing` answers 429 to every page. */
  readonly temper?: 'slow' | 'refusing';
  /** A second feed that turns into an HTML page after a few polls. */
  readonly fadingFeed?: true;
  /** Where story `n` lies; `words` are those of its first title. */
  path(n: number, words: string): string;
}

const utf8 = { charset: 'utf-8' } as const;

export const publishers: readonly Publisher[] = [
  {
    ...utf8,
    slug: 'addifaf',
    name: 'Addifaf',
    nameNative: 'جريدة الضفاف',
    language: 'ar',
    country: 'MA',
    timeZone: 'Africa/Casablanca',
    feed: 'rss',
    fullText: true,
    theme: 'modern',
    path: (n, words) => `/${encodeURIComponent(words)}-${n}.html`,
  },
  {
    ...utf8,
    slug: 'almadar',
    name: 'Almadar Wire',
    nameNative: 'وكالة المدار للأنباء',
    language: 'ar',
    country: 'MA',
    timeZone: 'Africa/Casablanca',
    feed: 'atom',
    fullText: true,
    theme: 'microdata',
    isAgency: true,
    path: (n) => `/ar/depeche/${n}`,
  },
  {
    slug: 'sada-assahel',
    name: 'Sada Assahel',
    nameNative: 'صدى الساحل',
    language: 'ar',
    country: 'TN',
    timeZone: 'Africa/Tunis',
    feed: 'rss',
    fullText: false,
    theme: 'old',
    charset: 'windows-1256',
    path: (n) => `/article.php?id=${n}`,
  },
  {
    ...utf8,
    slug: 'alwaha',
    name: 'Alwaha Alyaoum',
    nameNative: 'الواحة اليوم',
    language: 'ar',
    country: 'DZ',
    timeZone: 'Africa/Algiers',
    feed: 'rdf',
    fullText: false,
    theme: 'modern',
    path: (n) => `/permalink/${n}.html`,
  },
  {
    ...utf8,
    slug: 'alqawafil',
    name: 'Alqawafil',
    nameNative: 'جريدة القوافل',
    language: 'ar',
    country: 'MA',
    timeZone: 'Africa/Casablanca',
    feed: 'rss',
    fullText: false,
    theme: 'microdata',
    temper: 'slow',
    path: (n) => `/news/${n}`,
  },
  {
    ...utf8,
    slug: 'phare-oriental',
    name: 'Le Phare de l’Oriental',
    language: 'fr',
    country: 'MA',
    timeZone: 'Africa/Casablanca',
    feed: 'rss',
    fullText: true,
    theme: 'modern',
    path: (n, words) => `/actualites/${encodeURIComponent(words)}-${n}/`,
  },
  {
    ...utf8,
    slug: 'gazette-ksour',
    name: 'La Gazette des Ksour',
    language: 'fr',
    country: 'DZ',
    timeZone: 'Africa/Algiers',
    feed: 'atom',
    fullText: false,
    theme: 'microdata',
    path: (n) => `/index.php?option=article&id=${n}`,
  },
  {
    ...utf8,
    slug: 'agence-littoral',
    name: 'Agence Littoral',
    language: 'fr',
    country: 'TN',
    timeZone: 'Africa/Tunis',
    feed: 'rss',
    fullText: true,
    theme: 'modern',
    isAgency: true,
    path: (n) => `/depeches/${n}.html`,
  },
  {
    ...utf8,
    slug: 'rimal-info',
    name: 'Rimal Info',
    language: 'fr',
    country: 'MA',
    timeZone: 'Africa/Casablanca',
    feed: 'rss',
    fullText: false,
    theme: 'modern',
    temper: 'refusing',
    path: (n) => `/fr/${n}.html`,
  },
  {
    ...utf8,
    slug: 'atlas-ledger',
    name: 'The Atlas Ledger',
    language: 'en',
    country: 'MA',
    timeZone: 'Africa/Casablanca',
    feed: 'json',
    fullText: true,
    theme: 'microdata',
    path: (n, words) => `/story/${encodeURIComponent(words)}-${n}`,
  },
  {
    ...utf8,
    slug: 'harbour-courier',
    name: 'Harbour Courier',
    language: 'en',
    country: 'GB',
    timeZone: 'Europe/London',
    feed: 'rss',
    fullText: false,
    theme: 'modern',
    fadingFeed: true,
    path: (n) => `/news/${n}/index.html`,
  },
];
