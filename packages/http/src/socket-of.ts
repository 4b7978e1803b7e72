import type { Socket } from 'node:net';
import type { buildConnector } from 'undici';

/** The socket that a connector opens. */
export function socketOf(
  connector: buildConnector.connector,
  options: buildConnector.Options,
): Promise<Socket> {
  return new Promise((resolve, reject) => {
    connector(options, (error, socket) =>
      error === null ? resolve(socket as Socket) : reject(error),
    );
  });
}
