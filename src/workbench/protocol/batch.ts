import { apiNotFound, HostError, httpStatusOf } from './errors.ts';
import type { HostObject } from './host-objects.ts';
import { memberName, memberOf, pathsOf, requireThere, type Paths, type References } from './object-paths.ts';
import { answerQuery, idOf } from './query.ts';
import { actionTypes, type Action, type Batch, type BatchAnswer } from './wire.ts';
import type { Work } from './work.ts';

/** What a batch needs besides the members' own. */
export interface BatchRun {
  readonly work: Work;
  readonly references: References;
  /** Waits for formulas before something is read, unless calculation is suspended (rule 46). */
  calculated(): Promise<void>;
  /** Before each action: what was read before is stale. */
  nextTurn(): void;
  /** The same for the same path within a batch. */
  referenceTo(pathId: number): string;
}

/**
 * Carries out a batch, action by action in order; the first failure stops it, what was done before stays done
 * (rule 9). The error says which action and which member it was.
 */
export async function runBatch(batch: Batch, run: BatchRun): Promise<BatchAnswer> {
  const paths = pathsOf(batch, run.references, run.work);
  const kept = new Set(
    batch.Actions.filter(({ Name }) => Name === '_KeepReference').map(({ ObjectPathId }) => ObjectPathId),
  );
  const results: { ActionId: number; Value: unknown }[] = [];
  const traces: number[] = [];
  const failure = (error: unknown, action: Action, index: number): BatchAnswer => {
    // Anything else is our own mistake and is not dressed up as Excel's.
    if (!(error instanceof HostError)) throw error;
    return {
      Error: {
        Code: error.code,
        Message: error.message,
        Location: error.location ?? locationOf(action, batch, paths),
        ActionIndex: index,
        HttpStatusCode: httpStatusOf(error.code),
      },
      Results: results,
      TraceIds: traces,
    };
  };
  for (const [index, action] of batch.Actions.entries()) {
    run.nextTurn();
    try {
      if (action.ActionType === actionTypes.trace) traces.push(action.Id);
      const value = await perform(action, kept, paths, run);
      results.push({ ActionId: action.Id, Value: value });
    } catch (error) {
      commit(run.work);
      return failure(error, action, index);
    }
  }
  try {
    commit(run.work);
  } catch (error) {
    const index = batch.Actions.findLastIndex(({ ActionType }) => ActionType === actionTypes.setProperty);
    const action = batch.Actions[index];
    if (!action) throw error;
    return failure(error, action, index);
  }
  return { Error: null, Results: results, TraceIds: traces };
}

/** Formats and lines gathered during the batch go to the engine. */
function commit(work: Work): void {
  work.writes.flush();
  work.highlights.commit();
  work.borders.commit();
}

/** Actions between the parts of one large table: they look at nothing that is being written. */
const keepsWriting = ({ ActionType, Name }: Action): boolean =>
  ActionType === actionTypes.instantiate ||
  (ActionType === actionTypes.method && Name.startsWith('_')) ||
  (ActionType === actionTypes.setProperty && (Name === 'Values' || Name === 'Formulas'));

async function perform(action: Action, kept: ReadonlySet<number>, paths: Paths, run: BatchRun): Promise<unknown> {
  if (action.ActionType === actionTypes.trace) return null;
  if (!keepsWriting(action)) run.work.writes.flush();
  const object = paths.resolve(action.ObjectPathId);
  if (object === null) return action.ActionType === actionTypes.method ? { _IsNull: true } : null;
  requireThere(object, run.work);
  switch (action.ActionType) {
    case actionTypes.instantiate:
      return instantiated(object, action.ObjectPathId, kept, run);
    case actionTypes.query:
      await run.calculated();
      return answerQuery(object, action.QueryInfo, run.work);
    case actionTypes.setProperty:
      return setProperty(object, action, paths, run.work);
    case actionTypes.method:
      return callMethod(object, action, paths, run);
    default:
      throw apiNotFound(`action type ${action.ActionType}`);
  }
}

/** What the client needs to find the object again: its id, or a reference where it asks to keep one. */
function instantiated(object: HostObject, pathId: number, kept: ReadonlySet<number>, run: BatchRun): unknown {
  if (object.type !== 'Range') return idOf(object, run.work);
  if (!kept.has(pathId)) return {};
  const id = run.referenceTo(pathId);
  run.references.set(id, object);
  return { _ReferenceId: id };
}

function setProperty(object: HostObject, action: Action, paths: Paths, work: Work): null {
  const name = memberName(action.Name);
  const member = memberOf(object, name, work);
  if (!('set' in member) || !member.set) throw apiNotFound(`${object.type}.${name}`);
  member.set(object, paths.argumentsOf(action.ArgumentInfo)[0], work);
  return null;
}

function callMethod(object: HostObject, action: Action, paths: Paths, { work, references }: BatchRun): unknown {
  const name = memberName(action.Name);
  const member = memberOf(object, name, work);
  const args = paths.argumentsOf(action.ArgumentInfo);
  if (!('call' in member)) throw apiNotFound(`${object.type}.${name}`);
  if (name === '_RemoveReference') references.delete(String(args[0]));
  return member.call(object, args, work) ?? null;
}

/** `Range.values`, `WorksheetCollection.getItem`: the member that an action is about, as errors name it. */
function locationOf(action: Action, batch: Batch, paths: Paths): string {
  const { Name: name } = action;
  if (name) return `${typeName(action.ObjectPathId, paths)}.${memberName(name)}`;
  const path = batch.ObjectPaths[action.ObjectPathId];
  const parent = path?.ParentObjectPathId;
  if (!path || parent === undefined) return '';
  return `${typeName(parent, paths)}.${path.Name ? memberName(path.Name) : 'getItem'}`;
}

function typeName(id: number, paths: Paths): string {
  try {
    return paths.resolve(id)?.type ?? 'NullObject';
  } catch {
    return 'Object';
  }
}
