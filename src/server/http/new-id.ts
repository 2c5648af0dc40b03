import { signsOf } from '#core/people/access-code.ts';
import type { World } from '../world.ts';

/** A new id that people may have to read out, of so many signs of chance that two never meet. */
export const newId = ({ random }: World): string => signsOf(random(10));
