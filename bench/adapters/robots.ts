import { isAllowed, parseRobots } from '@nashra/politeness';

/** Whether a robots.txt lets `agent` read `path` (with its query); the scorers' form. */
export default function robots(
  bytes: Uint8Array,
  { agent, path }: { agent: string; path: string },
): boolean {
  return isAllowed(parseRobots(bytes), agent, path);
}
