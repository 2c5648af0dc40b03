/** A refusal as real Excel words it in `error.code`; thrown while an action is carried out, it stops the batch. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
    /** `Type.member`, where it is not the member at hand. */
    readonly location?: string,
  ) {
    super(message);
  }
}

const invalidArgumentText = 'The argument is invalid or missing or has an incorrect format.';

export const invalidArgument = (message = invalidArgumentText): HostError =>
  new HostError('InvalidArgument', message);
export const itemNotFound = (): HostError => new HostError('ItemNotFound', "The requested resource doesn't exist.");
export const itemAlreadyExists = (): HostError =>
  new HostError('ItemAlreadyExists', 'A resource with the same name or identifier already exists.');
export const accessDenied = (message = "You can't perform the requested operation."): HostError =>
  new HostError('AccessDenied', message);
export const filteredRangeConflict = (): HostError =>
  new HostError('FilteredRangeConflict', 'The attempted operation causes a conflict with a filtered range.');
export const invalidOperation = (message: string): HostError => new HostError('InvalidOperation', message);
export const invalidSelection = (): HostError =>
  new HostError('InvalidSelection', 'The current selection is invalid for this operation.');
/** Everything the stand-in does not do, by name: never a silent success. */
export const apiNotFound = (member: string): HostError =>
  new HostError(
    'ApiNotFound',
    `The API ${member} could not be found: the stand-in host does not support it.`,
    member,
  );

/** The HTTP status that the client reports with a code. */
export function httpStatusOf(code: string): number {
  return { ItemNotFound: 404, ApiNotFound: 404, ItemAlreadyExists: 409, AccessDenied: 403 }[code] ?? 400;
}
