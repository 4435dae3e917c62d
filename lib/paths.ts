import type { ListName, PartId, StepId } from './collection/step.ts'

/** Every address of the service, as the contract names them (section 3). */
export const paths = {
  start: '/',
  contacts: '/contacts',
  login: (returnTo?: string) => (returnTo ? `/login?returnTo=${encodeURIComponent(returnTo)}` : '/login'),
  logout: '/logout',
  notice: '/notice',
  tasks: '/collection',
  part: (id: PartId) => `/collection/${id}`,
  step: (id: StepId) => `/collection/${id}`,
  list: (name: ListName) => `/collection/${name}`,
  newEntry: (name: ListName) => `/collection/${name}/new`,
  entry: (name: ListName, item: string) => `/collection/${name}/${item}`,
  removeEntry: (name: ListName, item: string) => `/collection/${name}/${item}/remove`,
  slot: (slot: string) => `/collection/files/${slot}`,
  entrySlot: (name: string, item: string, slot: string) => `/collection/${name}/${item}/files/${slot}`,
  autosave: '/collection/autosave',
  prolong: '/collection/prolong',
  outOfScope: (reason: string) => `/collection/out-of-scope?case=${reason}`,
  check: '/collection/check',
  receipt: '/collection/receipt',
  withdraw: '/collection/withdraw',
  discard: '/collection/discard',
  record: '/record',
  recordPrint: '/record/print',
  change: '/record/change',
  access: '/record/access',
  download: '/record/download',
  account: '/account',
  messages: '/notices',
  document: (id: string) => `/documents/${id}`,
  queue: '/review',
  application: (id: string) => `/review/${id}`,
  fastLane: '/review/fast',
  officeReasons: '/review/reasons',
  officeReason: (code: string) => `/review/reasons/${code}`,
  stats: '/review/stats',
  statsFile: '/review/stats/file',
  export: '/review/export',
  exportFile: '/review/export/file',
  verify: '/verify',
  adminStaff: '/admin/staff',
  adminOffices: '/admin/offices',
  adminNewOffice: '/admin/offices/new',
  adminOffice: (id: string) => `/admin/offices/${id}`,
  adminCloseOffice: (id: string) => `/admin/offices/${id}/close`,
  adminNotices: '/admin/notices',
  adminNewNotice: '/admin/notices/new',
  adminNoticePreview: '/admin/notices/preview',
  adminNotice: (version: string) => `/admin/notices/${version}`,
  adminReasons: '/admin/reasons',
  adminReason: (code: string) => `/admin/reasons/${code}`,
  adminCalendar: '/admin/calendar',
  adminAudit: '/admin/audit',
} as const

/** Appends query parameters; `undefined` ones are left out. */
export function withQuery(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([k, v]) => (v === undefined ? [] : [[k, v]])),
  )
  const text = search.toString()
  return text === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${text}`
}

/** Where the picture of a part or entry is uploaded. */
export const slotPath = (part: PartId, slot: string, item?: string): string =>
  item ? paths.entrySlot(part, item, slot) : paths.slot(slot)
