import type { Area } from '#core/cell.ts';

/** Which thing of the workbook an object path stands for, by Excel's type names. Plain data, looked up on every use. */
export interface HostObjectTypes {
  Workbook: object;
  Application: object;
  Runtime: object;
  DocumentProperties: object;
  CustomPropertyCollection: object;
  CustomProperty: { readonly key: string };
  CustomXmlPartCollection: object;
  CustomXmlPartScopedCollection: { readonly namespace: string };
  CustomXmlPart: { readonly id: string };
  WorksheetCollection: object;
  Worksheet: OnSheet;
  WorksheetProtection: OnSheet;
  WorksheetFreezePanes: OnSheet;
  PageLayout: OnSheet;
  AutoFilter: OnSheet;
  ChartCollection: OnSheet;
  Chart: { readonly id: string };
  ChartTitle: { readonly id: string };
  Range: OnArea;
  RangeFormat: OnArea;
  RangeFill: OnArea;
  RangeFont: OnArea;
  RangeBorderCollection: OnArea;
  RangeBorder: OnArea & { readonly edge: string };
  FormatProtection: OnArea;
  DataValidation: OnArea;
  ConditionalFormatCollection: OnArea;
  ConditionalFormat: Highlighted;
  CustomConditionalFormat: Highlighted;
  ConditionalFormatRule: Highlighted;
  ConditionalRangeFormat: Highlighted;
  ConditionalRangeFill: Highlighted;
  ConditionalRangeFont: Highlighted;
}

interface OnSheet {
  readonly sheet: string;
}
interface OnArea extends OnSheet {
  readonly area: Area;
}
interface Highlighted extends OnSheet {
  readonly id: string;
}

export type HostTypeName = keyof HostObjectTypes;
export type HostObjectOf<T extends HostTypeName> = { readonly type: T } & HostObjectTypes[T];
export type HostObject = { [T in HostTypeName]: HostObjectOf<T> }[HostTypeName];

/** An answer that is no object: later use of it gives nothing again (`*OrNullObject`). */
export type MaybeObject = HostObject | null;
