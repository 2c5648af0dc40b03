/** What the pane finds itself in. */
export type ExcelHost =
  | {
      readonly kind: 'excel';
      /** Keeps this document's storage apart from that of other pages, where the browser shares it. */
      readonly partition: string;
    }
  /** An Excel older than the pane can work with. */
  | { readonly kind: 'too-old' }
  /** Opened as a page of its own. */
  | { readonly kind: 'elsewhere' };

/** The oldest set of Excel's programming interface that has all the pane uses. */
const needed = '1.14';

/** Waits until office.js knows where it runs. */
export const excelHost = async (): Promise<ExcelHost> => {
  if (typeof Office === 'undefined') return { kind: 'elsewhere' };
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) return { kind: 'elsewhere' };
  const { requirements, partitionKey } = Office.context as Office.Context & { partitionKey?: string };
  if (!requirements.isSetSupported('ExcelApi', needed)) return { kind: 'too-old' };
  return { kind: 'excel', partition: partitionKey ?? '' };
};

/** Brings the pane to the front when a ribbon button is pressed; where it always stands there, nothing happens. */
export const showPane = async (): Promise<void> => {
  await (Office.addin as Office.Addin | undefined)?.showAsTaskpane();
};
