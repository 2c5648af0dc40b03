import { workbookTarget } from './events.ts';
import type { HostObjectTypes } from './host-objects.ts';
import type { Deed, HostTypes, Way } from './member.ts';
import * as filters from './objects/auto-filter.ts';
import * as charts from './objects/charts.ts';
import * as formats from './objects/conditional-format.ts';
import * as properties from './objects/custom-properties.ts';
import * as xml from './objects/custom-xml.ts';
import * as validation from './objects/data-validation.ts';
import * as panes from './objects/freeze-panes.ts';
import * as page from './objects/page-layout.ts';
import * as content from './objects/range-content.ts';
import * as look from './objects/range-format.ts';
import * as shape from './objects/range-shape.ts';
import * as protection from './objects/sheet-protection.ts';
import { valid } from './objects/validity.ts';
import * as book from './objects/workbook.ts';
import * as sheets from './objects/worksheets.ts';

type OnArea = HostObjectTypes['Range'];
type OnSheet = HostObjectTypes['Worksheet'];

const nothing: Deed<object> = { call: () => undefined };
const onWorkbook = () => workbookTarget;
const onSheet = ({ sheet }: OnSheet) => sheet;

/** A navigation property to a part of the same cells. */
const part = <T extends 'RangeFormat' | 'RangeFill' | 'RangeFont' | 'RangeBorderCollection' | 'FormatProtection'>(
  type: T,
): Way<OnArea> => ({ to: ({ sheet, area }) => ({ type, sheet, area }) });

/** A navigation property to a part of the same conditional format. */
const formatPart = (
  type: Exclude<(keyof HostObjectTypes & `Cond${string}`) | 'CustomConditionalFormat', 'ConditionalFormatCollection'>,
): Way<HostObjectTypes['ConditionalFormat']> => ({ to: ({ sheet, id }) => ({ type, sheet, id }) });

/**
 * Everything that the stand-in supports of Excel's API, one entry a member; what is missing here is `ApiNotFound`.
 * To support another member: write what it does in `objects/`, add its entry, and its requirement set in
 * `requirement-sets.ts`. Names with an underscore are what the client itself sends.
 */
export const members: HostTypes = {
  Workbook: {
    members: {
      application: { to: () => ({ type: 'Application' }) },
      worksheets: { to: () => ({ type: 'WorksheetCollection' }) },
      properties: { to: () => ({ type: 'DocumentProperties' }) },
      customXmlParts: { to: () => ({ type: 'CustomXmlPartCollection' }) },
      isDirty: book.isDirty,
      getActiveCell: { to: (_, __, work) => book.activeCell(work) },
      getSelectedRange: { to: (_, __, work) => book.selectedRange(work) },
      _Runtime: { to: () => ({ type: 'Runtime' }) },
      _RemoveReference: nothing,
    },
  },
  Application: {
    members: {
      suspendApiCalculationUntilNextSync: { call: (_, __, work) => work.suspendCalculation() },
      suspendScreenUpdatingUntilNextSync: nothing,
    },
  },
  Runtime: { members: { enableEvents: book.enableEvents } },
  DocumentProperties: { members: { custom: { to: () => ({ type: 'CustomPropertyCollection' }) } } },
  CustomPropertyCollection: {
    items: (_, work) => properties.allProperties(work),
    item: (_, key, work) => properties.propertyByKey(key, work),
    members: {
      add: { to: (_, args, work) => properties.addProperty(args, work) },
      getItemOrNullObject: { to: (_, [key], work) => properties.propertyByKey(key, work) },
    },
  },
  CustomProperty: {
    exists: properties.isThere,
    id: ({ key }) => key,
    members: {
      key: { get: ({ key }) => key },
      value: properties.value,
      delete: { call: properties.removeProperty },
    },
  },
  CustomXmlPartCollection: {
    items: (_, work) => xml.partsIn(undefined, work),
    item: (_, id, work) => xml.partById(id, work),
    members: {
      add: { to: (_, args, work) => xml.addPart(args, work) },
      getByNamespace: { to: (_, [uri]) => ({ type: 'CustomXmlPartScopedCollection', namespace: String(uri) }) },
    },
  },
  CustomXmlPartScopedCollection: {
    items: ({ namespace }, work) => xml.partsIn(namespace, work),
    item: (_, id, work) => xml.partById(id, work),
    members: { getOnlyItemOrNullObject: { to: ({ namespace }, _, work) => xml.onlyPart(namespace, work) } },
  },
  CustomXmlPart: {
    exists: xml.isThere,
    id: ({ id }) => id,
    members: {
      id: { get: ({ id }) => id },
      namespaceUri: { get: xml.namespaceOf },
      getXml: { call: xml.xmlOf },
      setXml: { call: xml.setXml },
      delete: { call: xml.removePart },
    },
  },
  WorksheetCollection: {
    items: (_, work) => sheets.allSheets(work),
    item: (_, key, work) => sheets.sheetByKey(key, work),
    members: {
      add: { to: (_, args, work) => sheets.addSheet(args, work) },
      getItemOrNullObject: { to: (_, [key], work) => sheets.sheetByKey(key, work) },
      getActiveWorksheet: { to: (_, __, work) => sheets.worksheet(work.model.sheets.active()) },
      _RegisterDataChangedEvent: book.listen('changed', onWorkbook),
      _UnregisterDataChangedEvent: book.unlisten('changed', onWorkbook),
      _RegisterActivatedEvent: book.listen('activated', onWorkbook),
      _UnregisterActivatedEvent: book.unlisten('activated', onWorkbook),
      _RegisterSelectionChangedEvent: book.listen('selected', onWorkbook),
      _UnregisterSelectionChangedEvent: book.unlisten('selected', onWorkbook),
    },
  },
  Worksheet: {
    id: ({ sheet }) => sheet,
    members: {
      id: { get: ({ sheet }) => sheet },
      name: sheets.name,
      visibility: sheets.visibility,
      position: sheets.position,
      tabColor: sheets.tabColour,
      gridlines: sheets.gridLines,
      activate: { call: sheets.activate },
      delete: { call: sheets.removeSheet },
      getRange: {
        to: ({ sheet }, [address], work) =>
          address === undefined || address === null
            ? shape.rangeOn(sheet, shape.everything)
            : shape.rangeAt(work, sheet, address),
      },
      getRangeByIndexes: { to: ({ sheet }, args) => shape.rangeByIndexes(sheet, args) },
      getCell: { to: ({ sheet }, args) => shape.cellWithin({ sheet, area: shape.everything }, args) },
      getUsedRangeOrNullObject: { to: ({ sheet }, args, work) => shape.usedRange(sheet, work, args) },
      freezePanes: { to: ({ sheet }) => ({ type: 'WorksheetFreezePanes', sheet }) },
      protection: { to: ({ sheet }) => ({ type: 'WorksheetProtection', sheet }) },
      pageLayout: { to: ({ sheet }) => ({ type: 'PageLayout', sheet }) },
      autoFilter: { to: ({ sheet }) => ({ type: 'AutoFilter', sheet }) },
      charts: { to: ({ sheet }) => ({ type: 'ChartCollection', sheet }) },
      _RegisterDataChangedEvent: book.listen('changed', onSheet),
      _UnregisterDataChangedEvent: book.unlisten('changed', onSheet),
      _RegisterActivatedEvent: book.listen('activated', onSheet),
      _UnregisterActivatedEvent: book.unlisten('activated', onSheet),
      _RegisterSelectionChangedEvent: book.listen('selected', onSheet),
      _UnregisterSelectionChangedEvent: book.unlisten('selected', onSheet),
    },
  },
  WorksheetProtection: {
    members: {
      protected: { get: protection.isProtected },
      options: { get: protection.options },
      protect: { call: protection.protect },
      unprotect: { call: protection.unprotect },
    },
  },
  WorksheetFreezePanes: {
    members: {
      freezeAt: { call: panes.freezeAt },
      freezeRows: { call: panes.freezeRows },
      freezeColumns: { call: panes.freezeColumns },
      unfreeze: { call: panes.unfreeze },
    },
  },
  PageLayout: {
    members: {
      orientation: page.orientation,
      paperSize: page.paperSize,
      zoom: page.zoom,
      setPrintArea: { call: page.setPrintArea },
      setPrintTitleRows: { call: page.setPrintTitleRows },
    },
  },
  AutoFilter: { members: { isDataFiltered: { get: filters.isDataFiltered } } },
  ChartCollection: {
    items: charts.chartsOn,
    item: charts.chartByKey,
    members: {
      add: { to: charts.addChart },
      getItem: { to: (object, [key], work) => shape.must(charts.chartByKey(object, key, work)) },
      getItemOrNullObject: { to: (object, [key], work) => charts.chartByKey(object, key, work) },
    },
  },
  Chart: {
    exists: charts.isThere,
    id: ({ id }) => id,
    members: {
      id: { get: ({ id }) => id },
      name: charts.name,
      title: { to: ({ id }) => ({ type: 'ChartTitle', id }) },
      left: charts.measure('left'),
      top: charts.measure('top'),
      width: charts.measure('width'),
      height: charts.measure('height'),
      setPosition: { call: charts.setPosition },
      setData: { call: charts.setData },
      delete: { call: charts.removeChart },
    },
  },
  ChartTitle: { exists: charts.isThere, members: { text: charts.title } },
  Range: {
    members: {
      values: { get: content.values, set: content.setContent },
      formulas: { get: content.formulas, set: content.setContent },
      text: { get: content.text },
      numberFormat: { get: content.numberFormats, set: content.setNumberFormats },
      address: { get: shape.addressOf },
      rowIndex: { get: ({ area }) => area.row },
      columnIndex: { get: ({ area }) => area.column },
      rowCount: { get: ({ area }) => area.rows },
      columnCount: { get: ({ area }) => area.columns },
      cellCount: { get: ({ area }) => shape.cellCount(area) },
      rowHidden: look.rowHidden,
      columnHidden: look.columnHidden,
      worksheet: { to: ({ sheet }) => sheets.worksheet(sheet) },
      format: part('RangeFormat'),
      dataValidation: { to: ({ sheet, area }) => ({ type: 'DataValidation', sheet, area }) },
      conditionalFormats: { to: ({ sheet, area }) => ({ type: 'ConditionalFormatCollection', sheet, area }) },
      getCell: { to: (object, args) => shape.cellWithin(object, args) },
      getRow: { to: (object, args) => shape.rowWithin(object, args) },
      getResizedRange: { to: (object, args) => shape.resized(object, args) },
      getOffsetRange: { to: (object, args) => shape.offset(object, args) },
      getBoundingRect: { to: shape.bounding },
      clear: { call: content.clear },
      select: { call: (object, _, work) => shape.select(object, work) },
      _ValidateArraySize: { call: (object, args) => shape.requireSize(object, args) },
      _KeepReference: nothing,
    },
  },
  RangeFormat: {
    members: {
      columnWidth: look.columnWidth,
      rowHeight: look.rowHeight,
      wrapText: look.wrapText,
      verticalAlignment: look.verticalAlignment,
      horizontalAlignment: look.horizontalAlignment,
      fill: part('RangeFill'),
      font: part('RangeFont'),
      borders: part('RangeBorderCollection'),
      protection: part('FormatProtection'),
    },
  },
  RangeFill: { members: { color: look.fillColour } },
  RangeFont: {
    members: { bold: look.fontBold, italic: look.fontItalic, color: look.fontColour, size: look.fontSize },
  },
  RangeBorderCollection: {
    item: ({ sheet, area }, key) => ({ type: 'RangeBorder', sheet, area, edge: look.requireEdge(key) }),
    members: {},
  },
  RangeBorder: { members: { style: look.borderStyle, color: look.borderColour } },
  FormatProtection: { members: { locked: look.locked } },
  DataValidation: {
    members: {
      type: validation.type,
      rule: validation.rule,
      errorAlert: validation.errorAlert,
      prompt: validation.prompt,
      ignoreBlanks: validation.ignoreBlanks,
      valid: { get: valid },
      clear: { call: validation.clearValidation },
    },
  },
  ConditionalFormatCollection: {
    items: formats.formatsIn,
    item: (object, id, work) => formats.formatsIn(object, work).find((one) => one.id === id) ?? null,
    members: {
      add: { to: formats.add },
      clearAll: { call: formats.clearAll },
      getCount: { call: (object, _, work) => formats.formatsIn(object, work).length },
    },
  },
  ConditionalFormat: {
    exists: formats.isThere,
    id: ({ id }) => id,
    members: {
      id: { get: ({ id }) => id },
      type: { get: () => 'Custom' },
      priority: formats.priority,
      stopIfTrue: formats.stopIfTrue,
      custom: formatPart('CustomConditionalFormat'),
      customOrNullObject: formatPart('CustomConditionalFormat'),
      getRangeOrNullObject: { to: formats.rangeOf },
      delete: { call: formats.remove },
    },
  },
  CustomConditionalFormat: {
    members: { rule: formatPart('ConditionalFormatRule'), format: formatPart('ConditionalRangeFormat') },
  },
  ConditionalFormatRule: { members: { formula: formats.formula } },
  ConditionalRangeFormat: {
    members: { fill: formatPart('ConditionalRangeFill'), font: formatPart('ConditionalRangeFont') },
  },
  ConditionalRangeFill: { members: { color: formats.fillColour } },
  ConditionalRangeFont: { members: { color: formats.fontColour, bold: formats.fontBold } },
};
