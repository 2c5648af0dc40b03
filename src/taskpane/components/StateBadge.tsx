import type { ReactNode } from 'react';
import { Badge } from '@fluentui/react-components';
import type { WireState } from '#wire/shapes.ts';

const colours = {
  'not-started': 'subtle',
  'in-progress': 'informative',
  submitted: 'brand',
  questioned: 'severe',
  accepted: 'success',
  reopened: 'warning',
  withdrawn: 'subtle',
} as const;

/** How far a return is, as a word on a coloured ground; the word says it all. */
export const StateBadge = (props: { state: WireState; children: string }): ReactNode => (
  <Badge appearance="tint" color={colours[props.state]} style={{ whiteSpace: 'nowrap', flexShrink: 0 }}>
    {props.children}
  </Badge>
);
