/** Bytes of a form's body (decimal, as the pages print them). Text only: files have their own routes. */
export const FORM_BYTES = 1_000_000

/** Bytes of one picture; the upload route itself counts and answers (R16). Printed here only. */
export const PICTURE_BYTES = 8_000_000

/** A refused body is read on up to here, so that the browser shows the page and not a broken connection. */
export const DRAIN_BYTES = 40_000_000

/** Milliseconds within which the body of a form must have arrived. */
export const FORM_BODY_MS = 60_000

/** Milliseconds; an upload of 8 MB over a 0.5 Mbit/s line needs more than two minutes. */
export const REQUEST_MS = 180_000

/** Milliseconds within which the headers of a request must have arrived. */
export const HEADERS_MS = 15_000

const UPLOAD = /\/upload$/

/** Whether a path takes a file: its body is handed on as it arrives. */
export function isUploadPath(path: string): boolean {
  return UPLOAD.test(path)
}
