/** Says one statement again and again on several connections, from a process of its own: `node shout.ts URL CONNECTIONS STATEMENT`. */
import pg from 'pg';

const [url, connections, statement = ''] = process.argv.slice(2);
const clients = Array.from({ length: Number(connections) }, () => new pg.Client(url));
await Promise.all(clients.map((client) => client.connect()));
process.stdout.write('ready\n');
await Promise.all(
  clients.map(async (client) => {
    for (;;) await client.query(statement);
  }),
);
