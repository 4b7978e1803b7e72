import { makeServiceLogins, openDb, SERVICE_LOGINS } from '@nashra/db';
import { type OwnPostgres, ownPostgres } from '@nashra/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// A server of its own: logins belong to all of its databases.
let own: OwnPostgres;

beforeAll(async () => {
  own = await ownPostgres({ fsync: false });
  const { server } = own;
  const passwords = { nashra_services: 'one', nashra_dashboards: 'two' };
  await makeServiceLogins(server.url, passwords);
  await makeServiceLogins(server.url, { ...passwords, nashra_services: 'another' });
}, 60_000);
afterAll(() => own?.[Symbol.asyncDispose]());

function as(login: string, password: string) {
  const url = Object.assign(new URL(own.server.url), { username: login, password });
  return openDb(url.href, { poolSize: 1, name: 'test' });
}

describe.each([
  ['nashra_services', 'another'],
  ['nashra_dashboards', 'two'],
] as const)('the login %s', (login, password) => {
  it('has the rights of its role and no others', async () => {
    await using db = as(login, password);
    const { rows } = await sql`
      select rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls as "isMore",
        (select array_agg(of.rolname::text) from pg_auth_members m join pg_roles of on of.oid = m.roleid
          where m.member = r.oid) as roles
      from pg_roles r where rolname = session_user`.execute(db);
    expect(rows).toEqual([{ isMore: false, roles: [SERVICE_LOGINS[login]] }]);
  });

  it.each([
    'create table nashra.mine ()',
    'create schema mine',
    'alter table nashra.address add column mine int',
    'drop view reader.articles',
    'alter role nashra_reader superuser',
    "copy (select 1) to program 'true'",
    "select pg_read_file('postgresql.conf')",
    "alter system set fsync = 'off'",
  ])('may not: %s', async (statement) => {
    await using db = as(login, password);
    await expect(sql.raw(statement).execute(db)).rejects.toMatchObject({ code: '42501' });
  });
});

it('takes a new password in the place of the one before', async () => {
  await using db = as('nashra_services', 'one');
  await expect(sql`select 1`.execute(db)).rejects.toMatchObject({ code: '28P01' });
});
