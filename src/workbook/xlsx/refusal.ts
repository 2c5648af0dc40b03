/** Why the bytes of a file are not read as a workbook. The words for people are the caller's. */
export type XlsxRefusal =
  /** The file has no content at all. */
  | { readonly kind: 'empty' }
  /** Something else than a workbook: a picture, a text, a Word document. */
  | { readonly kind: 'not-a-workbook' }
  /** Excel's format before 2007 (.xls). */
  | { readonly kind: 'old-format' }
  /** A password is needed to open it. */
  | { readonly kind: 'encrypted' }
  /** Larger, or holding more parts, than a workbook of ours can be; also a file made to fill a memory. */
  | { readonly kind: 'too-large' }
  /** It says one thing and holds another: no program that saves workbooks writes that. `part` is where it was seen. */
  | { readonly kind: 'unsafe'; readonly part: string }
  /** Cut off or changed on its way. `part` is where it was seen, where that is known. */
  | { readonly kind: 'damaged'; readonly part?: string };
