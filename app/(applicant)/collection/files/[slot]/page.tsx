import type { Metadata } from 'next'
import { SlotPage, slotTitle } from './slot-page.tsx'
import type { SlotQuery } from './slot-view.ts'

interface Props {
  params: Promise<{ slot: string }>
  searchParams: Promise<SlotQuery>
}

const addressOf = async (params: Props['params']) => ({ list: '', item: '', slot: (await params).slot })

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  return { title: await slotTitle(await addressOf(params), await searchParams) }
}

/** A picture of a step. */
export default async function StepPicturePage({ params, searchParams }: Props) {
  return <SlotPage address={await addressOf(params)} query={await searchParams} />
}
