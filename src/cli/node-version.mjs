// Looked at before anything else is loaded, and written so that a Node of any age that knows modules can read it.

/** A sentence for a person whose Node is too old, or `undefined`. `lowest` is that of package.json's `engines`. */
export function nodeTooOld(version, lowest = [20, 19]) {
  const [major, minor] = version.split('.').map(Number);
  if (major > lowest[0] || (major === lowest[0] && minor >= lowest[1])) return undefined;
  return (
    'STEM Timeline Returns needs Node.js ' +
    lowest.join('.') +
    ' or newer; this is ' +
    version +
    '.\nInstall the current LTS version from https://nodejs.org and try again.'
  );
}

/** Calls `next` when this Node is new enough; otherwise says what to do and ends with 1. */
export function withNewEnoughNode(next) {
  const complaint = nodeTooOld(process.versions.node);
  if (complaint === undefined) return next();
  console.error(complaint);
  process.exitCode = 1;
  return undefined;
}
