import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** On every route of the page: she comes by HTTPS, as far as that is known. */
    isSecure: boolean;
  }
}

/**
 * The page's one cookie: it holds the token of the session, is sent to the page alone and never to the API, cannot be
 * read by scripts, and goes when the browser is closed. Over HTTPS by a name that browsers take from HTTPS alone.
 */
const nameOf = (isSecure: boolean): string => (isSecure ? '__Secure-stem-hand-in' : 'stem-hand-in');

export const cookieOf = (token: string, isSecure: boolean): string =>
  `${nameOf(isSecure)}=${token}; Path=/hand-in; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`;

export const noCookie = (isSecure: boolean): string => `${cookieOf('', isSecure)}; Max-Age=0`;

/**
 * The token that a request's cookie holds, if any. Over HTTPS the other name is not looked at: whoever stands between
 * her and a plain HTTP address could have set it, and she would hand in as somebody else.
 */
export const visitorToken = ({
  headers,
  isSecure,
}: Pick<FastifyRequest, 'headers' | 'isSecure'>): string | undefined => {
  const name = `${nameOf(isSecure)}=`;
  const cookies = (headers.cookie ?? '').split(';').map((cookie) => cookie.trim());
  const found = cookies.find((cookie) => cookie.startsWith(name))?.slice(name.length);
  return found !== undefined && /^[A-Za-z0-9_-]{20,100}$/.test(found) ? found : undefined;
};

/** What every form of a session carries: who has it has seen the page. Worked out of the token, so nobody keeps it. */
export const formSecretOf = (token: string): string =>
  createHash('sha256').update(`hand-in form ${token}`).digest('base64url');

export const isFormSecret = (token: string, sent: unknown): boolean => {
  const [own, other] = [Buffer.from(formSecretOf(token)), Buffer.from(typeof sent === 'string' ? sent : '')];
  return own.length === other.length && timingSafeEqual(own, other);
};

/** Whether the browser says that another site sent this; browsers that say nothing are trusted to keep SameSite. */
export const isFromElsewhere = ({ headers }: Pick<FastifyRequest, 'headers'>): boolean => {
  const site = headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
};
