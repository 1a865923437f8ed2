// Listening on loopback and stopping again, the same for every small server of practice.
// A server that has stopped holds no connection.
import type { Server } from 'node:net';

interface ClosableServer extends Server {
  closeAllConnections(): void;
}

/** Listens on the host and port (0 for any free one) and gives the port. */
export async function listen(server: Server, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The practice server has no port.');
  return address.port;
}

/** Stops listening and cuts what is still connected. */
export function stopServer(server: ClosableServer): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
