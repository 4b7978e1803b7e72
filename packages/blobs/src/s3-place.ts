/** Where in which bucket blobs lie. */
export interface S3Place {
  readonly bucket: string;
  /** Before every name; empty, or ends with a slash. */
  readonly prefix: string;
  /** Of a server that is not the cloud's own; buckets are then a part of the path. */
  readonly endpoint: string | undefined;
  readonly region: string | undefined;
}

/**
 * Reads `s3://bucket/prefix?endpoint=https://host:9000&region=eu-west-3`.
 *
 * @throws TypeError for an address that names no bucket, or more than this
 */
export function readS3Place(address: string): S3Place {
  const { hostname, pathname, searchParams, username } = new URL(address);
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(hostname)) {
    throw new TypeError('an s3: address begins with its bucket, as s3://bucket/prefix');
  }
  // They would be printed with the address.
  if (username) throw new TypeError('keys have no place in an s3: address');
  const unknown = [...searchParams.keys()].find((name) => !/^(endpoint|region)$/.test(name));
  if (unknown) throw new TypeError(`an s3: address has an endpoint and a region, no ${unknown}`);
  const prefix = decodeURIComponent(pathname).split('/').filter(Boolean).join('/');
  return {
    bucket: hostname,
    prefix: prefix && `${prefix}/`,
    endpoint: searchParams.get('endpoint') ?? undefined,
    region: searchParams.get('region') ?? undefined,
  };
}
