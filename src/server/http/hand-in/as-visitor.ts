import { failed, ok, type Result } from '#core/result.ts';
import type { Problem } from '#wire/problems.ts';
import type { App } from '../app.ts';

/** The API as one visitor of the page calls it, without a network: what she may do is decided there and nowhere else. */
export interface AsVisitor {
  readonly fetch: typeof fetch;
  /** The answer of a route, by its shape in `wire`, or the refusal. */
  call<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<Result<T, Problem>>;
}

/** `address` is where she comes from: limits count by it. */
export const asVisitor = (app: App, token: string | undefined, address: string): AsVisitor => {
  const inject = (method: string, url: string, body: string | undefined) =>
    app.inject({
      method: method as 'GET',
      url,
      remoteAddress: address,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { payload: body }),
    });
  return {
    fetch: async (url, { method = 'GET', body } = {}) => {
      const path = url instanceof Request ? url.url : url.toString();
      const answer = await inject(method, path, typeof body === 'string' ? body : undefined);
      const { statusCode: status } = answer;
      // What it is, too: a body without a word about it would be taken for text.
      const type = answer.headers['content-type'];
      return new Response(status === 204 ? null : answer.body, {
        status,
        ...(type === undefined ? {} : { headers: { 'content-type': String(type) } }),
      });
    },
    async call<T>(method: 'GET' | 'POST', path: string, body?: object) {
      const answer = await inject(method, path, body === undefined ? undefined : JSON.stringify(body));
      return answer.statusCode < 300 ? ok(answer.json<T>()) : failed(answer.json<Problem>());
    },
  };
};
