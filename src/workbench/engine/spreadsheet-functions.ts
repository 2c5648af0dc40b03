import type { Ctor } from '@univerjs/core';
import type { BaseFunction, IFunctionNames } from '@univerjs/engine-formula';
import { ExcelSubstitute } from './excel-substitute.ts';
import { ExcelTrim } from './excel-trim.ts';
import { FastCountif, FastCountifs } from './fast-countifs.ts';

/** Functions that stand in for the engine's own, through its public extension point: [class, name]. */
export const spreadsheetFunctions: readonly [Ctor<BaseFunction>, IFunctionNames][] = [
  [FastCountif as unknown as Ctor<BaseFunction>, 'COUNTIF'],
  [FastCountifs as unknown as Ctor<BaseFunction>, 'COUNTIFS'],
  [ExcelTrim, 'TRIM'],
  [ExcelSubstitute, 'SUBSTITUTE'],
];
