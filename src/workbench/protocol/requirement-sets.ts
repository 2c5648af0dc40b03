/**
 * The requirement set (ExcelApi version, `online` for ExcelApiOnline, `desktop` for ExcelApiDesktop) of every member of the types that the stand-in
 * knows, from Microsoft's API reference. `gridlines` is the client's own name for setting `showGridlines`.
 */
const byVersion: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Workbook: {
    '1.1': 'application bindings getSelectedRange names tables worksheets',
    '1.2': 'functions onSelectionChanged',
    '1.3': 'pivotTables',
    '1.4': 'settings',
    '1.5': 'customXmlParts',
    '1.7': 'dataConnections getActiveCell name properties protection styles',
    '1.8': 'readOnly',
    '1.9':
      'autoSave calculationEngineVersion chartDataPointTrack getActiveChart getActiveChartOrNullObject getIsActiveCollabSession getSelectedRanges isDirty onAutoSaveSettingChanged previouslySaved usePrecisionAsDisplayed',
    '1.10':
      'comments getActiveSlicer getActiveSlicerOrNullObject pivotTableStyles slicerStyles slicers tableStyles timelineStyles',
    '1.11': 'close save',
    '1.13': 'insertWorksheetsFromBase64 onActivated',
    '1.14': 'queries',
    '1.16': 'getLinkedEntityCellValue',
    '1.18': 'notes',
    '1.19': 'getActiveShape getActiveShapeOrNullObject linkedEntityDataDomains',
    desktop: 'focus',
    online: 'linkedWorkbooks',
  },
  Application: {
    '1.1': 'calculate calculationMode',
    '1.6': 'suspendApiCalculationUntilNextSync',
    '1.9': 'calculationEngineVersion calculationState iterativeCalculation suspendScreenUpdatingUntilNextSync',
    '1.11': 'cultureInfo decimalSeparator thousandsSeparator useSystemSeparators',
    desktop: 'activeWindow checkSpelling enterEditingMode union windows',
  },
  Runtime: {
    '1.8': 'enableEvents',
  },
  DocumentProperties: {
    '1.7':
      'author category comments company creationDate custom keywords lastAuthor manager revisionNumber subject title',
  },
  CustomPropertyCollection: {
    '1.7': 'add deleteAll getCount getItem getItemOrNullObject',
  },
  CustomProperty: {
    '1.7': 'delete key type value',
  },
  CustomXmlPartCollection: {
    '1.5': 'add getByNamespace getCount getItem getItemOrNullObject',
  },
  CustomXmlPartScopedCollection: {
    '1.5': 'getCount getItem getItemOrNullObject getOnlyItem getOnlyItemOrNullObject',
  },
  CustomXmlPart: {
    '1.5': 'delete getXml id namespaceUri setXml',
  },
  WorksheetCollection: {
    '1.1': 'add getActiveWorksheet getItem',
    '1.4': 'getCount getItemOrNullObject',
    '1.5': 'getFirst getLast',
    '1.7': 'onActivated onAdded onDeactivated onDeleted',
    '1.8': 'onCalculated',
    '1.9': 'onChanged onFormatChanged onSelectionChanged',
    '1.10': 'onColumnSorted onRowSorted onSingleClicked',
    '1.11': 'onRowHiddenChanged',
    '1.13': 'onFormulaChanged',
    '1.14': 'onProtectionChanged',
    '1.17': 'onMoved onNameChanged onVisibilityChanged',
  },
  Worksheet: {
    '1.1': 'activate charts delete getCell getRange getUsedRange id name position tables visibility',
    '1.2': 'protection',
    '1.3': 'pivotTables',
    '1.4': 'getUsedRangeOrNullObject names',
    '1.5': 'getNext getNextOrNullObject getPrevious getPreviousOrNullObject',
    '1.6': 'calculate',
    '1.7':
      'copy freezePanes getRangeByIndexes onActivated onChanged onDeactivated onSelectionChanged standardHeight standardWidth tabColor',
    '1.8': 'gridlines onCalculated showGridlines showHeadings',
    '1.9':
      'autoFilter enableCalculation findAll findAllOrNullObject getRanges horizontalPageBreaks onFormatChanged pageLayout replaceAll shapes verticalPageBreaks',
    '1.10': 'comments onColumnSorted onRowSorted onSingleClicked showOutlineLevels slicers',
    '1.11': 'onRowHiddenChanged',
    '1.12': 'customProperties',
    '1.13': 'onFormulaChanged',
    '1.14': 'onProtectionChanged tabId',
    '1.17': 'onNameChanged onVisibilityChanged',
    '1.18': 'notes',
    '1.19': 'showDataTypeIcons',
    desktop: 'checkSpelling clearArrows evaluate',
    online: 'namedSheetViews',
  },
  WorksheetProtection: {
    '1.2': 'options protect protected',
    '1.7': 'unprotect',
    online:
      'allowEditRanges canPauseProtection checkPassword isPasswordProtected isPaused pauseProtection resumeProtection savedOptions setPassword updateOptions',
  },
  WorksheetFreezePanes: {
    '1.7': 'freezeAt freezeColumns freezeRows getLocation getLocationOrNullObject unfreeze',
  },
  PageLayout: {
    '1.9':
      'blackAndWhite bottomMargin centerHorizontally centerVertically draftMode firstPageNumber footerMargin getPrintArea getPrintAreaOrNullObject getPrintTitleColumns getPrintTitleColumnsOrNullObject getPrintTitleRows getPrintTitleRowsOrNullObject headerMargin headersFooters leftMargin orientation paperSize printComments printErrors printGridlines printHeadings printOrder rightMargin setPrintArea setPrintMargins setPrintTitleColumns setPrintTitleRows topMargin zoom',
    desktop: 'alignMarginsHeaderFooter printQuality',
  },
  AutoFilter: {
    '1.9': 'apply clearCriteria criteria enabled getRange getRangeOrNullObject isDataFiltered reapply remove',
    '1.14': 'clearColumnCriteria',
  },
  ChartCollection: {
    '1.1': 'add count getItem getItemAt',
    '1.4': 'getCount getItemOrNullObject',
    '1.8': 'onActivated onAdded onDeactivated onDeleted',
  },
  Chart: {
    '1.1': 'axes dataLabels delete format height left legend name series setData setPosition title top width',
    '1.2': 'getImage worksheet',
    '1.7': 'chartType id showAllFieldButtons',
    '1.8':
      'categoryLabelLevel displayBlanksAs onActivated onDeactivated plotArea plotBy plotVisibleOnly seriesNameLevel showDataLabelsOverMaximum style',
    '1.9': 'activate pivotOptions',
    '1.14': 'getDataTable getDataTableOrNullObject',
  },
  ChartTitle: {
    '1.1': 'format overlay text visible',
    '1.7':
      'getSubstring height horizontalAlignment left position setFormula showShadow textOrientation top verticalAlignment width',
  },
  Range: {
    '1.1':
      'address addressLocal cellCount clear columnCount columnIndex delete format formulas formulasLocal getBoundingRect getCell getColumn getEntireColumn getEntireRow getIntersection getLastCell getLastColumn getLastRow getOffsetRange getRow getUsedRange insert numberFormat rowCount rowIndex select text valueTypes values worksheet',
    '1.2':
      'columnHidden formulasR1C1 getColumnsAfter getColumnsBefore getResizedRange getRowsAbove getRowsBelow hidden merge rowHidden sort unmerge',
    '1.3': 'getVisibleView',
    '1.4': 'getIntersectionOrNullObject getUsedRangeOrNullObject',
    '1.6': 'calculate conditionalFormats',
    '1.7':
      'getAbsoluteResizedRange getImage getSurroundingRegion hyperlink isEntireColumn isEntireRow numberFormatLocal showCard style',
    '1.8': 'dataValidation',
    '1.9':
      'autoFill convertDataTypeToText convertToLinkedDataType copyFrom find findOrNullObject flashFill getCellProperties getColumnProperties getRowProperties getSpecialCells getSpecialCellsOrNullObject getTables linkedDataTypeState removeDuplicates replaceAll setCellProperties setColumnProperties setDirty setRowProperties',
    '1.10': 'group height hideGroupDetails left showGroupDetails top ungroup width',
    '1.11': 'moveTo',
    '1.12':
      'getDirectPrecedents getPivotTables getSpillParent getSpillParentOrNullObject getSpillingToRange getSpillingToRangeOrNullObject hasSpill numberFormatCategories savedAsArray',
    '1.13': 'getDirectDependents getExtendedRange getMergedAreasOrNullObject getRangeEdge',
    '1.14': 'getPrecedents',
    '1.15': 'getDependents',
    '1.16': 'valuesAsJson valuesAsJsonLocal',
    '1.18': 'clearOrResetContents control',
    '1.19': 'getDisplayedCellProperties',
    desktop: 'checkSpelling formulaArray showDependents showPrecedents',
  },
  RangeFormat: {
    '1.1': 'borders fill font horizontalAlignment verticalAlignment wrapText',
    '1.2': 'autofitColumns autofitRows columnWidth protection rowHeight',
    '1.7': 'textOrientation useStandardHeight useStandardWidth',
    '1.9': 'autoIndent indentLevel readingOrder shrinkToFit',
    '1.11': 'adjustIndent',
  },
  RangeFill: {
    '1.1': 'clear color',
    '1.9': 'pattern patternColor patternTintAndShade tintAndShade',
  },
  RangeFont: {
    '1.1': 'bold color italic name size underline',
    '1.9': 'strikethrough subscript superscript tintAndShade',
  },
  RangeBorderCollection: {
    '1.1': 'count getItem getItemAt',
    '1.9': 'tintAndShade',
  },
  RangeBorder: {
    '1.1': 'color sideIndex style weight',
    '1.9': 'tintAndShade',
  },
  FormatProtection: {
    '1.2': 'formulaHidden locked',
  },
  DataValidation: {
    '1.8': 'clear errorAlert ignoreBlanks prompt rule type valid',
    '1.9': 'getInvalidCells getInvalidCellsOrNullObject',
  },
  ConditionalFormatCollection: {
    '1.6': 'add clearAll getCount getItem getItemAt',
    '1.14': 'getItemOrNullObject',
  },
  ConditionalFormat: {
    '1.6':
      'cellValue cellValueOrNullObject colorScale colorScaleOrNullObject custom customOrNullObject dataBar dataBarOrNullObject delete getRange getRangeOrNullObject iconSet iconSetOrNullObject id preset presetOrNullObject priority stopIfTrue textComparison textComparisonOrNullObject topBottom topBottomOrNullObject type',
    '1.9': 'getRanges',
    '1.17':
      'changeRuleToCellValue changeRuleToColorScale changeRuleToContainsText changeRuleToCustom changeRuleToDataBar changeRuleToIconSet changeRuleToPresetCriteria changeRuleToTopBottom setRanges',
  },
  CustomConditionalFormat: {
    '1.6': 'format rule',
  },
  ConditionalFormatRule: {
    '1.6': 'formula formulaLocal formulaR1C1',
  },
  ConditionalRangeFormat: {
    '1.6': 'borders fill font numberFormat',
    '1.17': 'clearFormat',
  },
  ConditionalRangeFill: {
    '1.6': 'clear color',
  },
  ConditionalRangeFont: {
    '1.6': 'bold clear color italic strikethrough underline',
  },
};

/** By type and member: the ExcelApi version that brought it. */
export const requirementSets: Readonly<Record<string, Readonly<Record<string, string | undefined>> | undefined>> =
  Object.fromEntries(
    Object.entries(byVersion).map(([type, versions]) => [
      type,
      Object.fromEntries(
        Object.entries(versions).flatMap(([version, names]) => names.split(' ').map((name) => [name, version])),
      ),
    ]),
  );
