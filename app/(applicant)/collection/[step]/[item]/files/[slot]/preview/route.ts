import { preview } from '#applicant/collection/files/[slot]/preview.ts'
import { placeAt } from '#lib/uploads/slot'

/** What the picture of a list entry looked like when it was sent, and what its crops would give. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ step: string; item: string; slot: string }> },
) {
  const { step, item, slot } = await params
  return preview(request, placeAt(step, item, slot))
}
