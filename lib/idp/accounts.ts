import {
  type AccountRow,
  accountContext,
  findAccountByIdNumber,
  findAccountByMobile,
  insertAccount,
} from '#db/queries/idp'
import type { Db } from '#db/store'
import { blindIndex, canonicalMobile } from '#lib/protect/blind'
import { keyring } from '#lib/protect/current'
import { newId } from '#lib/protect/ids'
import { openJson, sealJson } from '#lib/protect/seal'
import { hashPassword } from './passwords.ts'

/** What the stand-in vouches for. */
export interface AccountDetails {
  readonly name: string
  readonly idType: string
  readonly idNumber: string
  readonly mobile: string
}

/** What was typed as an account, in the form under which it is looked for. */
export const canonicalAccount = (typed: string): string =>
  typed.normalize('NFKC').replace(/\s/g, '').toUpperCase()

/** Numbers are found without their type, because people sign in with the number alone. */
const idIndexOf = (idNumber: string) => blindIndex(keyring(), 'account', canonicalAccount(idNumber))
/** The index under which an account is found by its mobile. */
export const mobileIndexOf = (mobile: string): string =>
  blindIndex(keyring(), 'mobile', canonicalMobile(mobile))

/** What attempts at an account are counted under, whether it exists or not. */
export const accountKey = (typed: string): string => blindIndex(keyring(), 'account', canonicalAccount(typed))

/** The row to store for a new account. */
function accountRow(details: AccountDetails, passwordHash: string, now: Date): AccountRow {
  const sub = newId()
  return {
    sub,
    idIndex: idIndexOf(details.idNumber),
    mobileIndex: mobileIndexOf(details.mobile),
    sealed: sealJson(keyring(), accountContext(sub), details),
    passwordHash,
    createdAt: now,
  }
}

/** Stores an account. @throws the store's unique fault when the ID number or the mobile is taken */
export async function addAccount(
  tx: Db,
  details: AccountDetails,
  passwordHash: string,
  now: Date,
): Promise<string> {
  const row = accountRow(details, passwordHash, now)
  await insertAccount(tx, row)
  return row.sub
}

/** Stores accounts of the demo; those whose ID number has an account stay as they are. */
export async function seedAccounts(
  tx: Db,
  people: readonly (AccountDetails & { readonly password: string })[],
  now: Date,
): Promise<void> {
  for (const { password, ...details } of people) {
    if (await findAccountByIdNumber(tx, idIndexOf(details.idNumber))) continue
    await addAccount(tx, details, await hashPassword(password), now)
  }
}

/** The account that was typed: an ID number or a mobile. Both are looked up, so that neither answers sooner. */
export async function findTypedAccount(db: Db, typed: string): Promise<AccountRow | undefined> {
  const byNumber = await findAccountByIdNumber(db, idIndexOf(typed))
  const byMobile = await findAccountByMobile(db, mobileIndexOf(typed))
  return byNumber ?? byMobile
}

/** The account of an ID number. */
export const findAccountOfNumber = (db: Db, idNumber: string): Promise<AccountRow | undefined> =>
  findAccountByIdNumber(db, idIndexOf(idNumber))

/** What an account vouches for, opened. */
export const detailsOf = (row: AccountRow): AccountDetails =>
  openJson<AccountDetails>(keyring(), accountContext(row.sub), row.sealed)
