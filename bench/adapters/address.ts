import { addressKey, canonicalAddress } from '@nashra/address';

/** An address to the one it is known by and its key in hexadecimals, `null` for none; the scorers' form. */
export default function address(written: string): { canonical: string; key: string } | null {
  const canonical = canonicalAddress(written);
  return canonical === null ? null : { canonical, key: addressKey(canonical).toString('hex') };
}
