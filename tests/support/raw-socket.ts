import { connect } from 'node:net';

/** What Node's server would answer by itself, before anything of ours sees it, and the status it is owed. */
export const unreadRequests: readonly [string, number, string][] = [
  ['heads beyond measure', 431, `GET / HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`],
  ['what is no request', 400, 'HELLO\r\n\r\n'],
  ['a request to nobody', 421, 'GET / HTTP/1.1\r\n\r\n'],
  ['an expectation nobody knows', 421, 'GET / HTTP/1.1\r\nhost: x\r\nexpect: tea\r\n\r\n'],
];

/** What comes back over a socket, whatever is sent. */
export function rawAnswer(base: string, sent: string): Promise<string> {
  const { hostname: host, port } = new URL(base);
  const socket = connect({ host, port: Number(port) }, () => socket.write(sent));
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      socket.end();
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()));
  });
}
