import net from 'node:net';

/** A wire between the product and a server that can be cut and moved. */
export class TcpProxy {
  port = 0;
  private readonly sockets = new Set<net.Socket>();
  private server: net.Server | undefined;

  /** @param target port of the server behind it; may change while it runs */
  constructor(public target: number) {}

  async start(): Promise<this> {
    const server = net.createServer((near) => {
      const far = net.connect(this.target, '127.0.0.1');
      for (const [socket, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.sockets.add(socket);
        socket.setNoDelay(true);
        socket.on('error', () => {});
        socket.on('close', () => {
          this.sockets.delete(socket);
          other.destroy();
        });
      }
      near.pipe(far);
      far.pipe(near);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    this.server = server;
    this.port = (server.address() as net.AddressInfo).port;
    return this;
  }

  /** Resets every connection, as a firewall does that forgot them. */
  cut(): void {
    for (const socket of this.sockets) socket.resetAndDestroy();
  }

  async stop(): Promise<void> {
    const { server } = this;
    if (!server) return;
    const closed = new Promise((resolve) => server.close(resolve));
    this.cut();
    await closed;
  }
}
