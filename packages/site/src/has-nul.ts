/** Whether an address holds a character that no text of ours has and Postgres takes in none: U+0000, however often escaped. */
export function hasNul(address: string): boolean {
  return /%(?:25)*00|\0/.test(address);
}
