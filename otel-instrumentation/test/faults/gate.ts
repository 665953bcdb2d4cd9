import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

type GateState = 'open' | 'cut' | 'hanging';

export interface Gate {
  readonly url: string;
  become(next: GateState): void;
  /** Connections that were made in each state. */
  readonly connections: Readonly<Record<GateState, number>>;
  close(): void;
}

/** A way to the store that can be cut, or accept connections and never answer. */
export async function gateTo(target: URL): Promise<Gate> {
  let state: GateState = 'open';
  const connections = { open: 0, cut: 0, hanging: 0 };
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    connections[state]++;
    if (state === 'cut') socket.destroy();
    if (state !== 'open') return;
    const onward = connect(Number(target.port), target.hostname).on('error', () => socket.destroy());
    socket.pipe(onward).pipe(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${target.pathname}`,
    become(next) {
      state = next;
      for (const socket of sockets) socket.destroy();
    },
    connections,
    close: () => void server.close(),
  };
}
