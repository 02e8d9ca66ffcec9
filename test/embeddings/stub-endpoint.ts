import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import type { EmbeddingsSettings } from '../../src/config.js';

type Vector = readonly number[];
type Conduct = (input: string[], reply: ServerResponse, request: IncomingMessage) => void;

/** A local endpoint whose conduct a test chooses; it remembers what it was asked. */
export class StubEndpoint {
  readonly asked: string[][] = [];
  conduct: Conduct = answering(() => [1, 0, 0]);

  private readonly server = createServer((request, reply) => {
    void text(request).then((body) => {
      const { input } = JSON.parse(body) as { input: string[] };
      this.asked.push(input);
      this.conduct(input, reply, request);
    });
  });

  static async open(): Promise<StubEndpoint> {
    const stub = new StubEndpoint();
    await new Promise<void>((resolve) => stub.server.listen(0, '127.0.0.1', resolve));
    return stub;
  }

  settings(change: Partial<EmbeddingsSettings> = {}): EmbeddingsSettings {
    return { url: `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`, model: 'stub', timeout: 2_000, ...change };
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

export function answering(vectorOf: (text: string) => Vector): Conduct {
  return (input, reply) => replying({ data: input.map((one, index) => ({ index, embedding: vectorOf(one) })) })(input, reply, reply.req);
}

export function replying(body: unknown): Conduct {
  return (_, reply) => void reply.setHeader('content-type', 'application/json').end(typeof body === 'string' ? body : JSON.stringify(body));
}

export const hanging: Conduct = () => undefined;

/** Opens the answer and never ends it. */
export const trickling: Conduct = (_, reply) => void reply.setHeader('content-type', 'application/json').write('{"data":');

export function refusing(status: number): Conduct {
  return (input, reply) => void reply.writeHead(status).end(`no: ${input.join()}`);
}

/** The conducts one after the other, the last one from then on. */
export function inTurn(...conducts: [Conduct, ...Conduct[]]): Conduct {
  return (...call) => (conducts.length > 1 ? conducts.shift()! : conducts[0])(...call);
}
