const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/gy;
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const badText = /<|&(?!#\d+;|#x[\da-f]+;|\w+;)/i;

/** The root's namespace (`''` for none) where text is well-formed XML with one root; else `undefined`. */
export function readXmlRoot(xml: string): { readonly namespace: string } | undefined {
  const open: string[] = [];
  let root: { readonly namespace: string } | undefined;
  let at = 0;
  while (at < xml.length) {
    const next = xml.indexOf('<', at);
    const text = xml.slice(at, next < 0 ? xml.length : next);
    if (badText.test(text) || (open.length === 0 && text.trim() !== '')) return undefined;
    if (next < 0) break;
    token.lastIndex = next;
    const found = token.exec(xml);
    if (!found) return undefined;
    at = token.lastIndex;
    const [whole, closing, name, attributes = '', empty] = found;
    if (name === undefined) {
      if (whole.startsWith('<![CDATA[') && open.length === 0) return undefined;
    } else if (closing) {
      if (open.pop() !== name) return undefined;
    } else {
      if (open.length === 0) {
        if (root) return undefined;
        root = { namespace: namespaceOf(name, attributes) };
      }
      if (!empty) open.push(name);
    }
  }
  return open.length === 0 ? root : undefined;
}

function namespaceOf(name: string, attributes: string): string {
  const prefix = name.includes(':') ? name.slice(0, name.indexOf(':')) : '';
  const wanted = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
  for (const [, key, double, single] of attributes.matchAll(attribute)) {
    if (key === wanted) return double ?? single ?? '';
  }
  return '';
}
