import { type Server, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { armourHeaders } from './own-requests.ts';

const statusOf: Partial<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
};

/** Node must not refuse by itself a request that names no host: then no hook of ours sees it. */
export const hooksSeeAll = { requireHostHeader: false } as const;

/** The same of a request that expects what nobody knows. */
export function takeAnyExpectation(server: Server): void {
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
}

/** What Node cannot read is no request and meets no hook: its answer wears the armour all the same. */
export function answerUnread(
  contentSecurityPolicy: string,
): (error: Error & { code?: string }, socket: Socket) => void {
  const armour = Object.entries(armourHeaders(contentSecurityPolicy)).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  return (error, socket) => {
    if (error.code === 'ECONNRESET' || socket.destroyed) return;
    const status = statusOf[error.code ?? ''] ?? 400;
    const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${armour.join('')}`;
    if (socket.writable) socket.write(`${head}connection: close\r\ncontent-length: 0\r\n\r\n`);
    socket.destroy(error);
  };
}
