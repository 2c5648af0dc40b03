import type { Settings } from './settings.ts';

/** Why a server could not listen, as a line for the person who started it; `undefined` of what no setting mends. */
export const notListening = (
  code: string | undefined,
  { port, host }: Pick<Settings, 'port' | 'host'>,
): string | undefined => {
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Choose another with PORT=….`;
  if (code === 'EACCES') return `Port ${port} may not be used by this user. Choose another with PORT=….`;
  return code !== undefined && notHere.includes(code)
    ? `This machine cannot listen on "${host}": HOST must be an address or name of its own.`
    : undefined;
};

/** What the system says of an address that is not of this machine, or none at all. */
const notHere = ['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EINVAL', 'EAFNOSUPPORT', 'ENODATA'];
