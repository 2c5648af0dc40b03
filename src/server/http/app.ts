import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { Instrument } from '#core/instrument/instrument.ts';
import type { Store } from '../store/store.ts';
import type { World } from '../world.ts';

/** Fastify with requests and answers typed by their schemas. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** What every resource is given. */
export interface Given {
  readonly store: Store;
  readonly world: World;
  /** The instrument of a reference such as a round carries, if this server knows it. */
  readonly instruments: (reference: string) => Instrument | undefined;
  /** Every version of those that a new round may ask; none when absent. */
  readonly offered?: readonly Instrument[];
}
