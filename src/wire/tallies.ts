import { Type, type Static } from 'typebox';
import { closed, SubmitRequest } from './shapes.ts';
import { WireTallied } from './tallied.ts';

const { key, fingerprint, basedOn, late, addIn } = SubmitRequest.properties;

/** A submission to a round that takes tallies only. The fingerprint is made over what is sent. */
export const SubmitTallyRequest = Type.Object(
  { key, fingerprint, basedOn, tallied: WireTallied, late, addIn },
  closed,
);
export type SubmitTallyRequest = Static<typeof SubmitTallyRequest>;
