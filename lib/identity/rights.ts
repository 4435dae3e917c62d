import type { StaffRole } from '#db/queries/staff'

/** Who may call: anyone, whoever is signed in, or a staff post. Posts add up; every person is an applicant. */
export type Caller = 'anyone' | 'applicant' | StaffRole

/**
 * What they reach: `public` nothing personal, `own` what belongs to the person, `office` applications of the
 * offices they review for, `area` read-only in the offices they oversee, `province` settings without personal
 * files, `client` a client that authenticates itself.
 */
export type Scope = 'public' | 'own' | 'office' | 'area' | 'province' | 'client'

export interface Right {
  readonly callers: readonly Caller[]
  readonly scopes: readonly Scope[]
  readonly methods: readonly ('GET' | 'POST')[]
}

const right = (
  callers: readonly Caller[],
  scopes: readonly Scope[],
  methods: Right['methods'] = ['GET'],
): Right => ({ callers, scopes, methods })

const PUBLIC = right(['anyone'], ['public'])
const PUBLIC_POST = right(['anyone'], ['public'], ['POST'])
const OWN = right(['applicant'], ['own'])
const OWN_POST = right(['applicant'], ['own'], ['POST'])
const DESK = right(['reviewer', 'oversight'], ['office', 'area'])
const OFFICE = right(['reviewer'], ['office'])
const OFFICE_POST = right(['reviewer'], ['office'], ['POST'])
const DESK_POST = right(['reviewer', 'oversight'], ['office', 'area'], ['POST'])
const STATISTICS = right(['reviewer', 'oversight', 'administrator'], ['office', 'area', 'province'])
const ADMIN = right(['administrator'], ['province'])
const ADMIN_POST = right(['administrator'], ['province'], ['POST'])

/** Every address of the service by its route, and who may ask for it (house 4.11, contract section 3). */
export const ROUTES: Readonly<Record<string, Right>> = {
  '/': PUBLIC,
  '/contacts': PUBLIC,
  '/ui': PUBLIC_POST,
  '/verify': PUBLIC,
  '/health': PUBLIC,
  '/metrics': PUBLIC,

  '/login': PUBLIC,
  '/logout': right(['anyone'], ['own'], ['GET', 'POST']),
  '/logout/confirm': right(['anyone'], ['own']),
  '/api/auth/[...nextauth]': right(['anyone'], ['public'], ['GET', 'POST']),
  '/account': OWN,

  '/idp/.well-known/openid-configuration': PUBLIC,
  '/idp/jwks': PUBLIC,
  '/idp/authorize': PUBLIC,
  '/idp/token': right(['anyone'], ['client'], ['POST']),
  '/idp/userinfo': right(['anyone'], ['client'], ['GET', 'POST']),
  '/idp/logout': PUBLIC,
  '/idp/login': PUBLIC,
  '/idp/login/enter': PUBLIC_POST,
  '/idp/captcha/[id]': PUBLIC,
  '/idp/register': PUBLIC,
  '/idp/register/submit': PUBLIC_POST,
  '/idp/register/verify': PUBLIC,
  '/idp/register/verify/submit': PUBLIC_POST,
  '/idp/register/code': PUBLIC,
  '/idp/register/code/submit': PUBLIC_POST,
  '/idp/register/taken': PUBLIC,
  '/idp/forgot': PUBLIC,
  '/idp/forgot/submit': PUBLIC_POST,
  '/idp/forgot/check': PUBLIC,
  '/idp/forgot/check/continue': PUBLIC_POST,
  '/idp/forgot/password': PUBLIC,
  '/idp/forgot/password/submit': PUBLIC_POST,
  '/idp/face/[token]': PUBLIC,
  '/idp/face/[token]/answer': PUBLIC_POST,
  '/idp/scan': PUBLIC,
  '/idp/scan/enter': PUBLIC_POST,
  '/idp/scan/[token]': PUBLIC,
  '/idp/scan/[token]/answer': PUBLIC_POST,
  '/idp/outbox': PUBLIC,

  '/notice': OWN,
  '/collection': OWN,
  '/collection/[step]': OWN,
  '/collection/[step]/new': OWN,
  '/collection/[step]/[item]': OWN,
  '/collection/[step]/[item]/remove': OWN,
  '/collection/autosave': OWN_POST,
  '/collection/prolong': OWN_POST,
  '/collection/out-of-scope': OWN,
  '/collection/files/[slot]': OWN,
  '/collection/files/[slot]/crop': OWN,
  '/collection/files/[slot]/upload': OWN_POST,
  '/collection/files/[slot]/preview': OWN,
  '/collection/[step]/[item]/files/[slot]': OWN,
  '/collection/[step]/[item]/files/[slot]/upload': OWN_POST,
  '/collection/[step]/[item]/files/[slot]/preview': OWN,
  '/collection/check': OWN,
  '/collection/receipt': OWN,
  '/collection/withdraw': OWN,
  '/collection/discard': OWN,
  '/record': OWN,
  '/record/print': OWN,
  '/record/change': OWN,
  '/record/access': OWN,
  '/record/download': OWN,
  '/notices': OWN,

  '/review': DESK,
  '/review/[applicationId]': DESK,
  '/review/fast': OFFICE,
  '/review/reasons': OFFICE,
  '/review/reasons/[code]': OFFICE,
  '/review/stats': STATISTICS,
  '/review/stats/file': STATISTICS,
  '/review/export': STATISTICS,
  '/review/export/file': DESK_POST,
  // Pictures are for their owner and the office in charge: oversight reads rows (contract section 3).
  '/documents/[documentId]': right(['applicant', 'reviewer'], ['own', 'office']),

  '/admin/staff': ADMIN,
  '/admin/offices': ADMIN,
  '/admin/offices/new': ADMIN,
  '/admin/offices/[officeId]': ADMIN,
  '/admin/offices/[officeId]/close': ADMIN,
  '/admin/notices': ADMIN,
  '/admin/notices/new': ADMIN,
  '/admin/notices/preview': ADMIN,
  '/admin/notices/[version]': ADMIN,
  '/admin/reasons': ADMIN,
  '/admin/reasons/[code]': ADMIN,
  '/admin/calendar': ADMIN,
  '/admin/audit': ADMIN,
}

/** Numbers written whole into a file: the offices that somebody decides for, and those alone (D11). */
export const EXPORT_FULL: Right = OFFICE_POST

/** Every exported server action, as `route#name` of the folder that holds its `actions.ts`. */
export const ACTIONS: Readonly<Record<string, Right>> = {
  '/account#endOneAction': OWN_POST,
  '/account#endOthersAction': OWN_POST,
  '/notice#consentAction': OWN_POST,
  '/collection/[step]#saveStepAction': OWN_POST,
  '/collection/[step]#saveScopeAction': OWN_POST,
  '/collection/[step]#saveEntryAction': OWN_POST,
  '/collection/[step]#removeEntryAction': OWN_POST,
  '/collection/files/[slot]#cropAction': OWN_POST,
  '/collection/files/[slot]#rotateAction': OWN_POST,
  '/collection/files/[slot]#removeAction': OWN_POST,
  '/collection/check#submitAction': OWN_POST,
  '/collection/withdraw#withdrawAction': OWN_POST,
  '/collection/discard#discardAction': OWN_POST,
  '/record/change#changeAction': OWN_POST,
  '/notices#readAction': OWN_POST,
  '/review#searchAction': DESK_POST,
  '/review/[applicationId]#claimAction': OFFICE_POST,
  '/review/[applicationId]#decisionAction': OFFICE_POST,
  '/review/[applicationId]#forwardAction': DESK_POST,
  '/review/[applicationId]#revealAction': OFFICE_POST,
  '/review/[applicationId]#undoAction': OFFICE_POST,
  '/review/fast#approveManyAction': OFFICE_POST,
  '/review/reasons#addOwnReasonAction': OFFICE_POST,
  '/review/reasons#changeOwnReasonAction': OFFICE_POST,
  '/review/reasons#retireOwnReasonAction': OFFICE_POST,
  '/admin/staff#inviteAction': ADMIN_POST,
  '/admin/staff#disableAction': ADMIN_POST,
  '/admin/audit#searchAction': ADMIN_POST,
  '/admin/calendar#addDaysAction': ADMIN_POST,
  '/admin/calendar#removeDayAction': ADMIN_POST,
  '/admin/calendar#saveWindowAction': ADMIN_POST,
  '/admin/calendar#removeWindowAction': ADMIN_POST,
  '/admin/offices#editOfficeAction': ADMIN_POST,
  '/admin/offices#openOfficeAction': ADMIN_POST,
  '/admin/offices#closeOfficeAction': ADMIN_POST,
  '/admin/notices#previewAction': ADMIN_POST,
  '/admin/notices#publishAction': ADMIN_POST,
  '/admin/reasons#addReasonAction': ADMIN_POST,
  '/admin/reasons#changeReasonAction': ADMIN_POST,
  '/admin/reasons#retireReasonAction': ADMIN_POST,
}

/** Whether somebody with these posts may call; who is not signed in has none. */
export function mayCall(right: Right, signedIn: boolean, posts: readonly StaffRole[]): boolean {
  if (right.callers.includes('anyone')) return true
  if (!signedIn) return false
  return right.callers.some((caller) => caller === 'applicant' || posts.some((post) => post === caller))
}
