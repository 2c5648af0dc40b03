import type { Ctor } from '@univerjs/core';
import type { BaseFunction, IFunctionNames } from '@univerjs/engine-formula';
import { ExcelCompare } from './excel-compare.ts';
import { ExcelEdate } from './excel-edate.ts';
import { ExcelSubstitute } from './excel-substitute.ts';
import { ExcelTrim } from './excel-trim.ts';
import { criteriaFunctions } from './fast-criteria.ts';
import { FastMatch } from './fast-match.ts';

type Entry = readonly [Ctor<BaseFunction>, IFunctionNames];

/** Functions that stand in for the engine's own, through its public extension point: [class, name]. */
export const spreadsheetFunctions: readonly [Ctor<BaseFunction>, IFunctionNames][] = (
  [
    ...criteriaFunctions,
    [FastMatch, 'MATCH'],
    [ExcelCompare, 'COMPARE'],
    [ExcelEdate, 'EDATE'],
    [ExcelTrim, 'TRIM'],
    [ExcelSubstitute, 'SUBSTITUTE'],
  ] as unknown as readonly Entry[]
).map(([made, name]) => [made, name]);
