/** Everything the site says itself, in one language. */
export interface Words {
  readonly dir: 'rtl' | 'ltr';
  readonly ownName: string;
  readonly site: string;
  readonly motto: string;
  readonly skip: string;
  readonly language: string;
  /** Of the menu. */
  readonly home: string;
  readonly publishers: string;
  readonly sections: string;
  readonly archive: string;
  readonly search: string;
  readonly about: string;
  readonly settings: string;
  readonly settingsText: string;
  readonly markNew: string;
  readonly mutedWords: string;
  readonly mutedPublishers: string;
  readonly save: string;
  readonly saved: string;
  readonly isNew: string;
  readonly paywalled: string;
  /** Of so many articles, in words. */
  readonly newSince: (articles: string) => string;
  readonly feeds: string;
  readonly strip: string;
  readonly pauseStrip: string;
  readonly latest: string;
  /** The stories that weigh most. */
  readonly prominent: string;
  readonly older: string;
  readonly newest: string;
  readonly nothing: string;
  readonly nothingFound: string;
  /** How a question is written. */
  readonly searchHelp: string;
  /** «Published in {publisher} on {day}», cut where the two stand. */
  readonly publishedIn: readonly [string, string];
  /** Between the day and the time. */
  readonly at: string;
  readonly by: string;
  readonly readSource: string;
  readonly versions: string;
  readonly first: string;
  readonly wasFirst: string;
  readonly after: (span: string) => string;
  readonly kinds: Readonly<Record<'copy' | 'edited' | 'extended' | 'part_of' | 'title', string>>;
  readonly revised: string;
  readonly revisions: string;
  readonly revision: (n: number) => string;
  readonly added: string;
  readonly removed: string;
  readonly tooDifferent: string;
  readonly tellers: (publishers: number) => string;
  readonly articles: (count: number) => string;
  readonly minutes: (count: number) => string;
  readonly span: Readonly<Record<'minute' | 'hour' | 'day', (count: number) => string>>;
  readonly section: string;
  readonly author: string;
  /** An edition: what one country's publishers tell. */
  readonly country: string;
  readonly editions: string;
  readonly homepage: string;
  readonly report: string;
  readonly reported: string;
  readonly reportSettled: string;
  readonly reportTooMany: string;
  readonly back: string;
  readonly table: string;
  readonly gone: readonly [title: string, text: string];
  readonly missing: readonly [title: string, text: string];
  readonly broken: readonly [title: string, text: string];
  /** A form of another site. */
  readonly foreign: readonly [title: string, text: string];
  readonly busy: readonly [title: string, text: string];
  readonly badRequest: readonly [title: string, text: string];
  readonly searchLabel: string;
  readonly searchHint: string;
  /** Of articles, as a filter is called. */
  readonly languageLabel: string;
  readonly anyLanguage: string;
  readonly timeLabel: string;
  readonly publisherLabel: string;
  readonly anyTime: string;
  readonly periods: Readonly<Record<'day' | 'week' | 'month' | 'year', string>>;
  readonly didYouMean: string;
  readonly results: (what: string) => string;
  readonly aboutText: readonly string[];
  readonly robot: string;
  readonly robotText: readonly string[];
  readonly robotAgent: string;
  readonly robotStop: string;
  readonly removal: string;
  readonly removalText: readonly string[];
  readonly contact: string;
}
