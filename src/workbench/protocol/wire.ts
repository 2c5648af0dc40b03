/** What Microsoft's client sends for one `sync` and what it expects back. Names and numbers are the client's. */
export interface HostRequest {
  /** Bits: 1 writes, 4 may run beside others, 64 wait while a cell is being edited. */
  readonly flags: number;
  /** A `Batch` as JSON. */
  readonly body: string;
}

export interface HostResponse {
  /** 200 also when an action failed: the failure then stands in the body. */
  readonly status: number;
  /** A `BatchAnswer` as JSON; absent when the whole batch was turned away. */
  readonly body?: string;
  /** Set when the whole batch was turned away. */
  readonly errorCode?: string;
  readonly errorMessage?: string;
}

export interface Batch {
  readonly AutoKeepReference?: boolean;
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export const actionTypes = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
  recursiveQuery: 6,
  queryAsJson: 7,
  ensureUnchanged: 8,
  update: 9,
} as const;

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
}

export const pathTypes = {
  global: 1,
  newObject: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  nullObject: 7,
} as const;

export interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  /** Beside each argument the id of the object path it stands for, 0 where it is a plain value. */
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

export interface BatchAnswer {
  readonly Error: BatchError | null;
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds: readonly number[];
}

export interface BatchError {
  readonly Code: string;
  readonly Message: string;
  readonly Location: string;
  readonly ActionIndex: number;
  readonly HttpStatusCode: number;
}

/** Events as the client's `GenericEventRegistration` takes them. */
export interface EventMessage {
  readonly entries: readonly EventEntry[];
}

export interface EventEntry {
  readonly messageCategory: 65536;
  readonly messageType: number;
  /** A worksheet's id, or `Workbook` for handlers on the collection. */
  readonly targetId: string;
  /** The event's arguments as JSON. */
  readonly message: string;
}
