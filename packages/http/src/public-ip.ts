import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Globally routed, yet answered inside a cloud: Azure's wire server. */
const DENIED = new Set(['168.63.129.16']);
const GLOBAL_UNICAST_V6 = ipaddr.IPv6.parseCIDR('2000::/3');
/** RFC 6052: on a NAT64 network every IPv4 host looks like this. RFC 8215's local range does not count. */
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');

/** Whether an IP belongs to the public internet (IANA special-purpose registries; anything unreadable does not). */
export function isPublicIp(text: string): boolean {
  // ipaddr.js also reads short and octal forms, which every reader reads differently.
  if (isIP(text) === 0) return false;
  const ip = ipaddr.parse(text);
  if (ip instanceof ipaddr.IPv4) return ip.range() === 'unicast' && !DENIED.has(ip.toString());
  if (ip.zoneId !== undefined) return false;
  if (ip.isIPv4MappedAddress()) return isPublicIp(ip.toIPv4Address().toString());
  if (ip.match(NAT64)) return isPublicIp(ip.toByteArray().slice(12).join('.'));
  return ip.range() === 'unicast' && ip.match(GLOBAL_UNICAST_V6);
}
