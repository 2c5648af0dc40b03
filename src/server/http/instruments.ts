import { Type } from 'typebox';
import { paths } from '#wire/paths.ts';
import { WireInstrument } from '#wire/shapes.ts';
import type { App, Given } from './app.ts';
import { refuse } from './problems.ts';

const InstrumentPlace = Type.Object(
  { reference: Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}@[1-9][0-9]{0,5}$' }) },
  { additionalProperties: false },
);

/** Definitions of instruments, for add-ins that did not come with them; they hold nothing about anybody. */
export const instrumentRoutes = (app: App, { instruments }: Given): void => {
  app.get(
    paths.instrument(':reference'),
    {
      schema: { summary: 'One version of an instrument', params: InstrumentPlace, response: { 200: WireInstrument } },
    },
    async (request, reply) => instruments(request.params.reference) ?? refuse(reply, 'not-found'),
  );
};
