import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Browsers open connections in advance and say nothing on them. A server that closes waits for them as it does for running
 * requests.
 *
 * @returns what cuts those on which nobody has asked for anything yet
 */
export function silentConnections(server: Server): { readonly cut: () => void } {
  const silent = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  server.on('request', ({ socket }: IncomingMessage) => silent.delete(socket));
  return {
    cut: () => {
      for (const socket of silent) socket.destroy();
    },
  };
}
