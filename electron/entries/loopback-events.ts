import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Host } from '../host/host.ts';

/** A page that reads slower than this piles up is let go; it comes back and reads everything anew. */
const maxUnreadBytes = 8 * 1024 * 1024;

/** `GET /events`: the host's events as server-sent events, each under its own name. */
export function serveEvents(
  app: FastifyInstance,
  { host, heartbeatMs }: { host: Host; heartbeatMs: number },
): void {
  const open = new Set<ServerResponse>();
  app.get('/events', (_request, reply) => {
    reply.hijack();
    const stream = reply.raw;
    reply.header('content-type', 'text/event-stream');
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) stream.setHeader(name, value);
    }
    stream.write('retry: 1000\n\n');
    open.add(stream);
    const send = (text: string) => {
      if (stream.writableLength > maxUnreadBytes) stream.destroy();
      else stream.write(text);
    };
    const unsubscribe = host.subscribe((name, payload) => {
      send(`event: ${name}\ndata: ${JSON.stringify(payload)}\n\n`);
    });
    // Keeps intermediaries and sleeping laptops from taking a quiet stream for a dead one.
    const heartbeat = setInterval(() => send(': still here\n\n'), heartbeatMs);
    stream.on('close', () => {
      clearInterval(heartbeat);
      unsubscribe();
      open.delete(stream);
    });
  });
  app.addHook('preClose', async () => {
    for (const stream of open) stream.end();
  });
}
