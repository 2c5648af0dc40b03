import type { ReactNode } from 'react';

/** The product's mark, as in its icon: steps that rise along a timeline, and a tick. */
export const Mark = (): ReactNode => (
  <svg viewBox="0 0 32 32" width="22" height="22" aria-hidden="true" style={{ flexShrink: 0 }}>
    <rect x="2" y="22" width="8" height="8" rx="1.5" fill="#2aa198" />
    <rect x="12" y="16" width="8" height="14" rx="1.5" fill="#148a86" />
    <rect x="22" y="8" width="8" height="22" rx="1.5" fill="#0b6e70" />
    <path
      d="M3 10 L8 15 L17 4"
      fill="none"
      stroke="#f08a24"
      strokeWidth="4"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
);
