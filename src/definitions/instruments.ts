import { instrumentRef, type Instrument } from '#core/instrument/instrument.ts';
import { loadInstrument } from '#core/instrument/load-instrument.ts';
import { attitudeSurvey } from './attitude-survey/attitude-survey.ts';
import { contact } from './contact/contact.ts';
import { gatsbyReview1 } from './gatsby-review/gatsby-review-1.ts';
import { gatsbyReview2 } from './gatsby-review/gatsby-review-2.ts';
import { selfReview } from './self-review.ts';

/** A built-in definition with a fault is a mistake of ours: nothing should start with it. */
const sound = (definition: Instrument): Instrument => {
  const loaded = loadInstrument(definition);
  if (loaded.ok) return loaded.value;
  const faults = loaded.failure.map(({ path, code, detail }) => `${path} ${code}: ${detail}`);
  throw new Error(`${instrumentRef(definition)} is not sound:\n${faults.join('\n')}`);
};

/** Every version of every instrument that comes with the program, loaded and checked. */
export const instruments: readonly Instrument[] = [
  selfReview,
  attitudeSurvey,
  gatsbyReview1,
  gatsbyReview2,
  contact,
].map(sound);

/** The built-in instrument that a round or a sheet names, e.g. by `name@1`; `undefined` when there is none. */
export const instrumentByRef = (ref: string): Instrument | undefined =>
  instruments.find((instrument) => instrumentRef(instrument) === ref);
