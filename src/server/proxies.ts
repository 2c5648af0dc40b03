import { isIP } from 'node:net';

/** Words of Fastify for addresses of this machine and of private networks. */
const networks = ['loopback', 'linklocal', 'uniquelocal'];

/** Whether a reverse proxy may be named so: an address, a network such as `10.0.0.0/8`, or a word for one. */
export const isProxy = (text: string): boolean => {
  const [address = '', bits, ...more] = text.split('/');
  const kind = isIP(address);
  if (networks.includes(text)) return true;
  if (kind === 0 || more.length > 0) return false;
  return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (kind === 6 ? 128 : 32));
};
