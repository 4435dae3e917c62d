import { preview } from '#applicant/collection/files/[slot]/preview.ts'
import { placeAt } from '#lib/uploads/slot'

/** What the picture of a step looked like when it was sent, and what its crops would give. */
export async function GET(request: Request, { params }: { params: Promise<{ slot: string }> }) {
  const { slot } = await params
  return preview(request, placeAt('', '', slot))
}
