import { type IncomingHttpHeaders, request } from 'node:http';

export interface VotingAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface VotingRequest {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  /** The address it comes from, on this computer. */
  from?: string;
}

/** A request as sent on the wire: the path is not tidied, and no header is added but Host. */
export function sendTo(
  base: string,
  path: string,
  { method = 'GET', headers = {}, body, from = '127.0.0.1' }: VotingRequest = {},
): Promise<VotingAnswer> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const options = { host: hostname, port, path, method, headers, localAddress: from };
    const sent = request({ ...options, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const { statusCode = 0, headers: received } = answer;
        resolve({ status: statusCode, headers: received, body: Buffer.concat(chunks).toString() });
      });
      answer.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** A device in the room: keeps its cookie and asks as a page of ours does. */
export class VotingDevice {
  readonly base: string;
  readonly from: string;
  cookie = '';

  constructor(base: string, from = '127.0.0.1') {
    this.base = base.replace(/\/$/, '');
    this.from = from;
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<VotingAnswer> {
    return sendTo(this.base, path, { headers: { ...this.#own(), ...headers }, from: this.from });
  }

  async post(path: string, body: unknown, headers: Record<string, string> = {}) {
    const answer = await sendTo(this.base, path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: this.base,
        ...this.#own(),
        ...headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
      from: this.from,
    });
    const given = answer.headers['set-cookie']?.[0]?.split(';', 1)[0];
    if (given !== undefined) this.cookie = given;
    return answer;
  }

  #own(): Record<string, string> {
    return this.cookie === '' ? {} : { cookie: this.cookie };
  }
}
