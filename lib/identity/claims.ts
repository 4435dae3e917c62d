import { z } from 'zod'
import type { PersonDetails } from '#db/queries/people'
import type { ClaimNames } from '../env.ts'

/** Claim names of the stand-in, and of every platform for which OIDC_CLAIMS says nothing else. */
export const STANDARD_CLAIMS: ClaimNames = {
  sub: 'sub',
  name: 'name',
  id_type: 'id_type',
  id_number: 'id_number',
  phone_number: 'phone_number',
}

const text = (most: number) => z.string().trim().min(1).max(most)
const shape = z.object({
  sub: text(255),
  name: text(100),
  idType: text(20),
  idNumber: text(40),
  mobile: text(40),
})

/**
 * What the platform says of somebody, by the configured claim names.
 * @returns nothing when one of the five is missing or is no text
 */
export function readClaims(
  claims: Readonly<Record<string, unknown>>,
  names: ClaimNames,
): (PersonDetails & { readonly sub: string }) | undefined {
  const read = shape.safeParse({
    sub: claims[names.sub],
    name: claims[names.name],
    idType: claims[names.id_type],
    idNumber: claims[names.id_number],
    mobile: claims[names.phone_number],
  })
  return read.success ? read.data : undefined
}
