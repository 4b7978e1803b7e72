import { createHmac } from 'node:crypto';

/**
 * Header fields that say which message this is, when it was sent, and that it is ours (Standard Webhooks 1.0: HMAC-SHA256
 * over id, time and body).
 *
 * @param secret base64
 */
export function signed(
  secret: string,
  { id, body }: { readonly id: string; readonly body: string },
  now: Date,
): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1_000));
  const signature = createHmac('sha256', Buffer.from(secret, 'base64'))
    .update(`${id}.${timestamp}.${body}`)
    .digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}
