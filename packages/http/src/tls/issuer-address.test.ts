import { expect, it } from 'vitest';
import { issuerAddress } from './issuer-address.ts';

it.each([
  ['CA Issuers - URI:http://ca.example/one.der', 'http://ca.example/one.der'],
  [
    'OCSP - URI:http://ocsp.example/\nCA Issuers - URI:http://ca.example/a\n',
    'http://ca.example/a',
  ],
  [
    'CA Issuers - URI:ldap://ca.example/x\nCA Issuers - URI:http://ca.example/b',
    'http://ca.example/b',
  ],
  ['CA Issuers - URI:https://ca.example/one.der', null],
  ['CA Issuers - URI:file:///etc/passwd', null],
  ['CA Issuers - URI:"http://ca.example/\\nOCSP - URI:http://x"', null],
  ['OCSP - URI:http://ocsp.example/', null],
  [undefined, null],
])('reads %j', (infoAccess, address) => {
  expect(issuerAddress({ infoAccess: infoAccess as string })).toBe(address);
});
