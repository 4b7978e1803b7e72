/**
 * Why an address stands where it stands. Codes are stable: dashboards, alerts and `nashra replay`
 * name them. Statuses without a code of their own become `http_<status>`.
 */
export const REASONS = {
  // known
  unchanged: 'The page says what its article already says.',
  not_modified: 'The server says that nothing changed (304).',
  ruled_out: 'A rule of its source says that it is not to be fetched.',
  copy: 'The publisher serves an article under a second address.',
  // read
  nothing_new: 'A sitemap that shows nothing new.',
  // dropped by the fetch stage; endings.ts says which of these pass
  not_found: 'The server knows no such page (404).',
  gone: 'The page was there and is gone (410).',
  rate_limited: 'The host asked to come back later (429, 503) more often than we do.',
  robots_denied: 'The host’s robots.txt asks us to stay away.',
  robots_unreachable: 'The host’s robots.txt cannot be had, so nothing of it may be read.',
  challenge: 'An anti-bot page answers in the place of the page: a riddle for browsers, a captcha.',
  blocked_address: 'The address leads into a private network, or is no public web address.',
  too_large: 'The body is larger than we read.',
  head_too_large: 'The head of the answer is larger than a head may be.',
  too_many_redirects: 'Redirects without end.',
  timeout: 'No complete answer in time.',
  dns: 'The host’s name does not resolve.',
  connect: 'Nothing accepts connections there.',
  tls: 'The host’s certificate does not hold.',
  protocol: 'The answer is no valid HTTP.',
  truncated: 'The answer breaks off before its end.',
  decode: 'The answer’s compression is broken.',
  access_missing:
    'What its source is to be asked with is not at hand: a variable or the key is missing.',
  // dropped by the parse stage
  empty_body: 'An answer without a body.',
  bytes_lost: 'What was fetched was not in the store when it was to be read, again and again.',
  no_text: 'A page with a headline and no text: more follows, or something fails there.',
  error_page: 'A page that tells of an error, though the status says that all is well.',
  front_page: 'The server shows its front page in the place of the page.',
  other_page: 'A page that has nothing of its entry’s headline: it stands in the place of another.',
  not_an_article: 'The page is a home page, a listing, a player, an error page: no article.',
  taken_down: 'Its author or publisher was taken down: it is not to be taken in again.',
  not_a_feed: 'The address of a feed answers with something else.',
  feed_broken: 'A feed past its bounds: too large, too deep, too slow.',
  // quarantined
  payload_invalid: 'A job that fits no contract.',
  unexpected: 'A stage failed on it at every attempt.',
  stalled: 'Workers died on it, several times.',
  parse_too_long: 'Reading it did not end.',
  lost_too_often: 'Its jobs were lost again and again.',
  poison_row: 'The database refuses its row.',
  layout_changed:
    'Pages of its publisher are not what they were, so it is held until somebody says that it goes on.',
  // in flight
  original_lost: 'The article it was a copy of was given up, so it is read for itself.',
  entry_changed: 'Its feed entry changed, so the page is read again.',
  listed: 'It came to nothing when nobody listed it, and now something does.',
  again: 'Its time has come to be looked at again.',
  recheck: 'It was read a while ago, and may have been corrected or taken away since.',
  feed_died: 'A feed of its site has died, so it is asked for others.',
  pushed: 'A hub sent what its feed has new.',
  compared: 'A front page that is held against the feeds of its publisher.',
  polled: 'A feed whose time has come.',
  ingest: 'Somebody asked for it by hand.',
  replay: 'Somebody asked to do it again.',
  rescued: 'Its job was lost, and the reconciler put it back.',
} as const;

export type Reason = keyof typeof REASONS | `http_${number}`;
