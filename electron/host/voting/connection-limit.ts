import type { Server, Socket } from 'node:net';

/** A phone opens up to six, and behind a router all phones of the room come from one address. */
const mostOfAddress = 100;
/** Of all addresses together that nobody has joined from; what is left is for those who have. */
const mostOfStrangers = 250;
const mostConnections = 400;

/**
 * Whoever only holds connections open takes none from those who score: an address has so many, strangers
 * have so many together, and the rest is kept for addresses that gave the right code.
 */
export function limitConnections(server: Server, hasJoined: (address: string) => boolean): void {
  const open = new Map<string, number>();
  server.maxConnections = mostConnections;
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    const own = open.get(address) ?? 0;
    if (own >= mostOfAddress || (!hasJoined(address) && ofStrangers() >= mostOfStrangers)) {
      socket.destroy();
      return;
    }
    open.set(address, own + 1);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left === 0) open.delete(address);
      else open.set(address, left);
    });
  });

  function ofStrangers(): number {
    let count = 0;
    for (const [address, own] of open) if (!hasJoined(address)) count += own;
    return count;
  }
}
