import { receive } from '#applicant/collection/files/[slot]/receive.ts'
import { placeAt } from '#lib/uploads/slot'

/** The upload form of a picture of a list entry. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ step: string; item: string; slot: string }> },
) {
  const { step, item, slot } = await params
  return receive(request, placeAt(step, item, slot))
}
