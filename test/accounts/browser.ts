import type { House } from '../support/house.js';

export interface Page {
  readonly status: number;
  readonly location: string | undefined;
  readonly body: string;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
}

/** A browser: keeps cookies, sends forms, says where they come from, and does not follow where it is led. */
export class Browser {
  readonly cookies = new Map<string, string>();

  constructor(
    private readonly house: House,
    private readonly language = 'en',
  ) {}

  get(url: string, headers: Record<string, string> = {}): Promise<Page> {
    return this.send('GET', url, undefined, headers);
  }

  post(url: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Page> {
    return this.send('POST', url, new URLSearchParams(fields).toString(), { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...headers });
  }

  private async send(method: 'GET' | 'POST', url: string, payload: string | undefined, headers: Record<string, string>): Promise<Page> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const own = { accept: 'text/html', 'accept-language': this.language, 'user-agent': 'Testbrowser', ...(cookie && { cookie }), ...headers };
    const reply = await this.house.app.inject({ method, url, headers: own, ...(payload !== undefined && { payload }) });
    for (const { name, value } of reply.cookies) {
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return { status: reply.statusCode, location: reply.headers.location, body: reply.body, headers: reply.headers };
  }
}
