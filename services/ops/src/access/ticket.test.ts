import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { openTickets, TICKET_SECONDS } from './ticket.ts';

const secret = randomBytes(32);
const tickets = openTickets(secret);
const ticket = { state: 's', nonce: 'n', verifier: 'v', next: '/failures?filter=host:a.ma' };

it('is opened by who sealed it, and by another process with the same secret', () => {
  expect(tickets.open(tickets.seal(ticket))).toEqual(ticket);
  expect(openTickets(secret).open(tickets.seal(ticket))).toEqual(ticket);
});

it('is opened by nobody else, nor when it was touched, nor for ever', () => {
  const sealed = tickets.seal(ticket);
  expect(openTickets(randomBytes(32)).open(sealed)).toBeNull();
  const bytes = Buffer.from(sealed, 'base64url');
  bytes[40] = (bytes[40] ?? 0) ^ 1;
  expect(tickets.open(bytes.toString('base64url'))).toBeNull();
  expect(tickets.open(sealed, Date.now() + TICKET_SECONDS * 1_000 + 1)).toBeNull();
  for (const nothing of [undefined, '', 'x', 'A'.repeat(100)])
    expect(tickets.open(nothing)).toBeNull();
});
