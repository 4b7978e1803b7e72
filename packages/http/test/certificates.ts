import { webcrypto } from 'node:crypto';
import {
  AuthorityInfoAccessExtension,
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';

const KEY = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const DAY = 24 * 60 * 60_000;

export interface Issued {
  readonly pem: string;
  readonly der: Buffer;
  readonly keyPem: string;
  readonly certificate: X509Certificate;
  readonly keys: webcrypto.CryptoKeyPair;
}

export interface Wish {
  readonly name: string;
  /** Who signs; itself when absent. */
  readonly by?: Issued;
  /** An authority; else a site. */
  readonly ca?: boolean;
  /** Where its issuer's certificate lies. */
  readonly issuerAt?: string;
  /** Days from now until it ends. */
  readonly days?: number;
  /** Of somebody else: whose name it bears as its issuer's though it signs with its own key. */
  readonly claims?: Issued;
}

/** A certificate as authorities make them. */
export async function issue({
  name,
  by,
  ca = false,
  issuerAt,
  days = 1,
  claims,
}: Wish): Promise<Issued> {
  const keys = await webcrypto.subtle.generateKey(KEY, true, ['sign', 'verify']);
  const issuer = claims?.certificate.subject ?? by?.certificate.subject ?? `CN=${name}`;
  const certificate = await X509CertificateGenerator.create(
    {
      subject: `CN=${name}`,
      issuer,
      notBefore: new Date(Date.now() - 2 * DAY),
      notAfter: new Date(Date.now() + days * DAY),
      publicKey: keys.publicKey,
      signingKey: (by?.keys ?? keys).privateKey,
      signingAlgorithm: KEY,
      extensions: [
        new BasicConstraintsExtension(ca, undefined, true),
        new KeyUsagesExtension(
          ca ? KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign : KeyUsageFlags.digitalSignature,
          true,
        ),
        ...(ca ? [] : [new SubjectAlternativeNameExtension([{ type: 'dns', value: name }])]),
        ...(issuerAt ? [new AuthorityInfoAccessExtension({ caIssuers: [issuerAt] })] : []),
      ],
    },
    webcrypto,
  );
  const key = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
  return {
    pem: certificate.toString('pem'),
    der: Buffer.from(certificate.rawData),
    keyPem: `-----BEGIN PRIVATE KEY-----\n${key.toString('base64')}\n-----END PRIVATE KEY-----\n`,
    certificate,
    keys,
  };
}
