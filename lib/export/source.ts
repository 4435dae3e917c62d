import type { Facts } from '#lib/collection/field'
import type { Dossier } from '#lib/collection/rule'
import { maskIdNumber, maskMobile } from '#lib/protect/mask'

/** One application with its latest snapshot, as a row of an export sees it. */
export interface Source {
  readonly receiptNumber: string
  readonly officeCode: string
  readonly officeName: string
  readonly status: string
  readonly kind: string
  /** How often it was submitted. */
  readonly submissions: number
  /** `2026-07-01 09:00` in Shanghai; empty while there is none. */
  readonly submittedAt: string
  readonly decidedAt: string
  readonly dossier: Dossier
  readonly facts: Facts
  /** Whether numbers are written whole. */
  readonly full: boolean
}

/** A number as this export may show it (D11). */
export function shown(source: Source, kind: 'idNumber' | 'mobile', number: string): string {
  if (source.full) return number
  return kind === 'mobile' ? maskMobile(number) : maskIdNumber(source.facts.person.idType, number)
}
