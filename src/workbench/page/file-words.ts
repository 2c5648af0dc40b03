/** What the page says about files. */
export const fileWords = {
  writing: 'Writing the Excel file…',
  written: 'The Excel file is with your downloads. It holds the returns of this workbook.',
  nothingToWrite: 'There is no return in this workbook yet. Open one in the pane first.',
  notWritten: 'The Excel file could not be written. Press Enter in the cell you are typing in, then try again.',
  drawing: 'Opening the Excel file…',
  drawn: (returns: number) => `Opened: ${returns === 1 ? 'one return' : `${returns} returns`}.`,
  noReturn: 'There is no return in this file. Nothing was drawn.',
  unreadable: 'This file is no Excel workbook that can be opened here. Nothing was drawn.',
  tooLarge: 'This file is too large for the workbench. Open it in Excel.',
} as const;
