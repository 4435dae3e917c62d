import type { StaffRole } from '#db/queries/staff'
import { checkIdNumber } from '#lib/collection/checks/id-number'
import { noName, type Wrong } from '#lib/collection/typed'

export const ROLES: Readonly<Record<StaffRole, string>> = {
  reviewer: '审核员',
  oversight: '监督',
  administrator: '省级管理员',
}

/** The level of office that each role works at (domain section 1). */
const LEVELS: Readonly<Record<StaffRole, readonly string[]>> = {
  reviewer: ['county'],
  oversight: ['city', 'province'],
  administrator: ['province'],
}

/** An invitation as typed. */
export interface TypedInvitation {
  readonly name: string
  readonly idNumber: string
  readonly role: string
  readonly officeId: string
}

const NAME_MAX = 50
const isRole = (role: string): role is StaffRole => Object.hasOwn(ROLES, role)

/**
 * Reads an invitation.
 * @param level of the chosen office; nothing when there is none
 * @param today Shanghai's date
 */
export function readInvitation(
  typed: TypedInvitation,
  level: string | undefined,
  today: string,
):
  | { readonly errors: readonly Wrong[] }
  | { readonly name: string; readonly idNumber: string; readonly role: StaffRole } {
  const name = typed.name.normalize('NFKC').trim()
  const id = checkIdNumber(typed.idNumber, today)
  const { role } = typed
  const errors = [
    ...noName('name', '姓名', name, NAME_MAX),
    ...(id.ok ? [] : [{ name: 'idNumber', text: id.message }]),
    ...(isRole(role) ? [] : [{ name: 'role', text: '请选择角色' }]),
    ...(level === undefined ? [{ name: 'officeId', text: '请选择单位' }] : []),
    ...(isRole(role) && level !== undefined && !LEVELS[role].includes(level)
      ? [
          {
            name: 'officeId',
            text: `${ROLES[role]}不在这一级单位：审核员在县级，监督在市级或省级，省级管理员在省级`,
          },
        ]
      : []),
  ]
  return errors.length > 0 || !id.ok || !isRole(role) ? { errors } : { name, idNumber: id.number, role }
}
