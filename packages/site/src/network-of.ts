import { isIPv6 } from 'node:net';

/** One household or machine: an IPv4 address, or the first 64 bits of an IPv6 one; with 3 groups, all that one line is given. */
export function networkOf(ip: string, groups: 3 | 4 = 4): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(ip)) return ip;
  const [head = '', tail] = (ip.split('%', 1)[0] ?? '').split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const gap = tail === undefined ? 0 : 8 - left.length - right.length;
  const all = [...left, ...Array.from({ length: gap }, () => '0'), ...right];
  return all.slice(0, groups).join(':');
}
