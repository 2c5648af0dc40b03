import { Type } from 'typebox';
import { instrumentRef, type Instrument } from '#core/instrument/instrument.ts';
import { canBeTallied } from '#core/returns/tallied.ts';
import { InstrumentsAnswer } from '#wire/instruments.ts';
import { paths } from '#wire/paths.ts';
import { WireInstrument } from '#wire/shapes.ts';
import type { App, Given } from './app.ts';
import { refuse } from './problems.ts';

const InstrumentPlace = Type.Object(
  { reference: Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}@[1-9][0-9]{0,5}$' }) },
  { additionalProperties: false },
);

/** What a new round may ask, and definitions for add-ins that did not come with them; they hold nothing about anybody. */
export const instrumentRoutes = (app: App, { instruments, offered = [] }: Given): void => {
  app.get(
    paths.instruments,
    { schema: { summary: 'The instruments that a new round may ask', response: { 200: InstrumentsAnswer } } },
    () => ({
      instruments: newestOf(offered).map((one) => ({
        reference: instrumentRef(one),
        title: one.title,
        tallies: canBeTallied(one),
      })),
    }),
  );

  app.get(
    paths.instrument(':reference'),
    {
      schema: { summary: 'One version of an instrument', params: InstrumentPlace, response: { 200: WireInstrument } },
    },
    async (request, reply) => instruments(request.params.reference) ?? refuse(reply, 'not-found'),
  );
};

const newestOf = (all: readonly Instrument[]): readonly Instrument[] =>
  all.filter(({ id, version }) => !all.some((other) => other.id === id && other.version > version));
