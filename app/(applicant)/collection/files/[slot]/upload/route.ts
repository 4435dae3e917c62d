import { receive } from '#applicant/collection/files/[slot]/receive.ts'
import { placeAt } from '#lib/uploads/slot'

/** The upload form of a picture of a step. */
export async function POST(request: Request, { params }: { params: Promise<{ slot: string }> }) {
  const { slot } = await params
  return receive(request, placeAt('', '', slot))
}
