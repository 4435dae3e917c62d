/** An address to look at, and as whom of the demo's people. */
export interface Address {
  readonly who: string | undefined
  readonly path: string
  /** The page wanted is the first one that this link on `path` leads to. */
  readonly link?: RegExp
}

const as = (who: string | undefined, ...paths: readonly (string | readonly [string, RegExp])[]): Address[] =>
  paths.map((one) => (typeof one === 'string' ? { who, path: one } : { who, path: one[0], link: one[1] }))

/** An opaque id within an address. */
const ID = '[0-9a-z]{24}'

/** One address at least of every page that can be opened directly, with something on it. */
export const ADDRESSES: readonly Address[] = [
  ...as(undefined, '/', '/?employed=yes&accounting=yes&qualified=yes&student=no#answer'),
  ...as(undefined, '/contacts', '/verify', '/login?returnTo=%2Fcollection'),
  ...as(undefined, '/idp/login', '/idp/register', '/idp/register/verify', '/idp/register/code'),
  ...as(undefined, '/idp/register/taken', '/idp/forgot', '/idp/forgot/check'),
  ...as(undefined, '/idp/scan', ['/idp/scan', /\/idp\/scan\/[\w-]{43}/], '/idp/face/none', '/idp/outbox'),
  ...as('lixiaoming', '/notice', '/collection', '/logout/confirm'),
  ...as('wangfang', '/collection', '/collection/scope', '/collection/personal', '/collection/education'),
  ...as('wangfang', '/collection/employment', '/collection/qualifications', '/collection/talents'),
  ...as('wangfang', '/collection/qualifications/new', '/collection/remarks/new', '/collection/files/photo'),
  ...as('wangfang', '/collection/files/photo/crop'),
  ...as('wangfang', '/collection/check', '/collection/discard', '/account'),
  ...as('liuyang', '/collection', '/collection/education', '/notices'),
  ...as(
    'liuyang',
    ['/collection/qualifications', new RegExp(`/collection/qualifications/${ID}`)],
    ['/collection/qualifications', new RegExp(`/collection/qualifications/${ID}/remove`)],
    ['/collection/qualifications', new RegExp(`/collection/qualifications/${ID}/files/file`)],
  ),
  ...as('sunyue', '/collection/out-of-scope?case=J4'),
  ...as('zhangwei', '/collection', '/collection/receipt', '/collection/withdraw'),
  ...as('chenjing', '/record', '/record/print', '/record/change', '/record/access'),
  ...as('zhoumin', '/review', '/review?status=all', ['/review', new RegExp(`/review/${ID}`)]),
  ...as('zhoumin', '/review/fast', '/review/reasons', ['/review/reasons', /\/review\/reasons\/OW\d\d/]),
  ...as('zhoumin', '/review/stats', '/review/export'),
  ...as('heli', '/admin/staff', '/admin/offices', '/admin/offices/new', '/admin/offices/410105'),
  ...as('heli', '/admin/offices/410105/close', '/admin/reasons', '/admin/reasons/RR01', '/admin/notices'),
  ...as('heli', '/admin/notices/new', '/admin/notices/2026-01'),
  ...as('heli', '/admin/calendar', '/admin/calendar?window=new', '/admin/audit'),
]
