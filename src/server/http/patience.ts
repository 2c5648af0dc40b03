/** How long the server waits for callers, in milliseconds. */
export interface Patience {
  /** For the head of a request. */
  readonly head: number;
  /** For the whole of a request; the government's file of schools takes a while on a slow line. */
  readonly request: number;
  /** On a connection on which nothing moves in either direction: it ends without a word. */
  readonly silence: number;
  /** For the next request on a connection: longer than load balancers keep theirs, or they would use one that ends. */
  readonly next: number;
  /** Between two looks at who is late. */
  readonly looks: number;
}

export const usualPatience: Patience = {
  head: 15_000,
  request: 120_000,
  silence: 60_000,
  next: 72_000,
  looks: 2000,
};

/** The same as Fastify takes it. `overHttp` belongs to what makes the HTTP or HTTPS server. */
export const timeouts = (patience: Patience) => ({
  requestTimeout: patience.request,
  connectionTimeout: patience.silence,
  keepAliveTimeout: patience.next,
  overHttp: {
    headersTimeout: patience.head,
    requestTimeout: patience.request,
    connectionsCheckingInterval: patience.looks,
    // Node would answer without a word: `answerOddRequests` does it with one.
    requireHostHeader: false,
  },
});
