import { X509Certificate } from 'node:crypto';
import { getCACertificates } from 'node:tls';
import { keepNewest } from '../keep-newest.ts';
import { issuerAddress } from './issuer-address.ts';

/** Certificates that one chain may lack: authorities have one or two between a root and a site. */
const MOST_MISSING = 3;
const MOST_KEPT = 500;
const KEPT_MS = 24 * 60 * 60_000;
/** Of an address where nothing of use lies. */
const VAIN_MS = 10 * 60_000;

export interface MissingIssuersParts {
  /** The bytes that lie there, or null; guarded and bounded. */
  get(address: string): Promise<Uint8Array | null>;
  /** Of trusted authorities, PEM, several in one text where wanted; those of the system when absent. */
  readonly ca?: string | string[] | undefined;
  readonly now?: () => number;
}

/** What is fetched, and when it is asked for again. */
interface Kept {
  readonly certificate: Promise<X509Certificate | null>;
  until: number;
}

/**
 * Finds the intermediate certificates that a server leaves out, where its certificate says that they lie (AIA), as browsers do.
 * Only what a trusted root has signed, link by link, is given out, and never a root: so nothing found here is trusted for
 * itself, and the chain is verified with it as with any other.
 */
export class MissingIssuers {
  readonly #get: MissingIssuersParts['get'];
  readonly #ca: string | string[] | undefined;
  readonly #now: () => number;
  readonly #kept = new Map<string, Kept>();
  #roots: readonly X509Certificate[] | undefined;

  constructor({ get, ca, now = Date.now }: MissingIssuersParts) {
    this.#get = get;
    this.#ca = ca;
    this.#now = now;
  }

  /**
   * The root and what lies between it and the chain that a server showed, PEM; null where that is not to be had, or
   * nothing is missing.
   */
  async complete(leaf: X509Certificate): Promise<readonly string[] | null> {
    let top = leaf;
    while (top.issuerCertificate && isIssuedBy(top, top.issuerCertificate)) {
      // A root that a server sends along is nobody's word but its own.
      if (isOfItself(top.issuerCertificate)) break;
      top = top.issuerCertificate;
    }
    const found: X509Certificate[] = [];
    while (found.length < MOST_MISSING) {
      const address = issuerAddress(top);
      const issuer = address === null ? null : await this.#certificateAt(address);
      if (!issuer?.ca || isOfItself(issuer) || !isIssuedBy(top, issuer)) return null;
      found.push(issuer);
      top = issuer;
      const root = this.#trusted().find((it) => isIssuedBy(issuer, it));
      if (root) return [root, ...found].map(String);
    }
    return null;
  }

  #trusted(): readonly X509Certificate[] {
    this.#roots ??= (this.#ca === undefined ? getCACertificates('default') : [this.#ca].flat())
      .flatMap(
        (pem) => pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [],
      )
      .map((pem) => new X509Certificate(pem));
    return this.#roots;
  }

  async #certificateAt(address: string): Promise<X509Certificate | null> {
    const known = this.#kept.get(address);
    if (known && known.until > this.#now()) return await known.certificate;
    const certificate = this.#get(address).then(read, () => null);
    const kept: Kept = { certificate, until: this.#now() + KEPT_MS };
    keepNewest(this.#kept, address, kept, MOST_KEPT);
    if ((await certificate) === null) kept.until = this.#now() + VAIN_MS;
    return await certificate;
  }
}

function read(bytes: Uint8Array | null): X509Certificate | null {
  try {
    return bytes === null ? null : new X509Certificate(bytes);
  } catch {
    return null;
  }
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
  } catch {
    // A key of a kind that nobody here reads signs nothing.
    return false;
  }
}

/** By names and key ids as OpenSSL compares them, without a look at the signature: what it might take for a root is none. */
function isOfItself(certificate: X509Certificate): boolean {
  return certificate.checkIssued(certificate) || certificate.subject === certificate.issuer;
}
