import type { Metadata } from 'next'
import { SlotPage, slotTitle } from '#applicant/collection/files/[slot]/slot-page.tsx'
import type { SlotQuery } from '#applicant/collection/files/[slot]/slot-view.ts'

interface Props {
  params: Promise<{ step: string; item: string; slot: string }>
  searchParams: Promise<SlotQuery>
}

async function addressOf(params: Props['params']) {
  const { step, item, slot } = await params
  return { list: step, item, slot }
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  return { title: await slotTitle(await addressOf(params), await searchParams) }
}

/** A picture of a list entry. */
export default async function EntryPicturePage({ params, searchParams }: Props) {
  return <SlotPage address={await addressOf(params)} query={await searchParams} />
}
