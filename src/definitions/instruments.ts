import { instrumentRef, type Instrument } from '#core/instrument/instrument.ts';
import { attitudeSurvey } from './attitude-survey/attitude-survey.ts';
import { contact } from './contact/contact.ts';
import { gatsbyReview1 } from './gatsby-review/gatsby-review-1.ts';
import { gatsbyReview2 } from './gatsby-review/gatsby-review-2.ts';
import { selfReview } from './self-review.ts';

/**
 * Every version of every instrument that comes with the program. They are data of ours that cannot change while it runs,
 * so they are not checked whenever it starts: the tests load each and find it sound.
 */
export const instruments: readonly Instrument[] = [selfReview, attitudeSurvey, gatsbyReview1, gatsbyReview2, contact];

/** The built-in instrument that a round or a sheet names, e.g. by `name@1`; `undefined` when there is none. */
export const instrumentByRef = (ref: string): Instrument | undefined =>
  instruments.find((instrument) => instrumentRef(instrument) === ref);
