import type { Issue, Place } from '../rule.ts'

type Options = { readonly when?: Issue['when']; readonly see?: Place }

/** An issue that must be mended. */
export const refuse = (code: string, place: Place, message: string, options: Options = {}): Issue => ({
  ...place,
  code,
  level: 'error',
  when: options.when ?? 'step',
  message,
  ...(options.see ? { see: options.see } : {}),
})

/** An issue to look at: it may be submitted and is shown to the reviewer. */
export const warn = (code: string, place: Place, message: string): Issue => ({
  ...place,
  code,
  level: 'warning',
  when: 'submit',
  message,
})
