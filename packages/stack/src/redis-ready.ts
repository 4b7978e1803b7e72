import { createConnection } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until a Redis answers PING, which it does not while it loads its data. False after `timeoutMs`. */
export async function redisReady(
  port: number,
  password: string,
  running: () => boolean,
  timeoutMs = 60_000,
): Promise<boolean> {
  for (let waited = 0; running() && waited < timeoutMs; waited += 20) {
    if (await answersPing(port, password)) return true;
    await sleep(20);
  }
  return false;
}

function answersPing(port: number, password: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1', timeout: 1_000 });
    let answer = '';
    const end = () => {
      socket.destroy();
      resolve(answer.includes('+PONG'));
    };
    socket.setEncoding('utf8');
    socket.on('connect', () => socket.write(`AUTH ${password}\r\nPING\r\n`));
    socket.on('data', (text: string) => {
      answer += text;
      // Two answers, one line each.
      if (answer.split('\r\n').length > 2) end();
    });
    socket.on('timeout', end);
    socket.on('error', end);
    socket.on('close', end);
  });
}
