import { useState, type ReactElement } from 'react';
import type { DemoCodes } from './demo-codes.ts';

const roleWords: Record<string, string> = { school: 'School', mentor: 'Mentor', 'project-team': 'Project team' };

/** The demo's access codes, each with a button that copies it. */
export function DemoStrip({ codes }: { readonly codes: DemoCodes }): ReactElement | null {
  const [isClosed, setClosed] = useState(false);
  const [copied, setCopied] = useState<string>();
  const copy = async (code: string): Promise<void> => {
    await navigator.clipboard?.writeText(code).catch(() => undefined);
    setCopied(code);
  };
  if (isClosed) return null;
  return (
    <aside className="demo-strip" aria-label="Demo access codes">
      <span className="demo-lead" title={codes.notice}>
        Demo, all data invented: sign in with a code
      </span>
      <ul>
        {codes.people.map(({ role, name, code }) => (
          <li key={code}>
            <span className="demo-role" title={name}>
              {roleWords[role] ?? role}
            </span>
            <span className="demo-name">{name.replace(/ \(invented\)$/, '')}</span>
            <code>{code}</code>
            <button
              type="button"
              aria-label={`Copy the ${(roleWords[role] ?? role).toLowerCase()} code`}
              onClick={() => void copy(code)}
            >
              {copied === code ? 'Copied' : 'Copy'}
            </button>
          </li>
        ))}
      </ul>
      <span className="spacer" />
      <button type="button" className="demo-close" aria-label="Hide the access codes" onClick={() => setClosed(true)}>
        <span aria-hidden="true">✕</span>
      </button>
    </aside>
  );
}
