import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { pageTitle } from '#applicant/collection/page-title.ts'
import { isListName, listOf } from '#lib/collection/steps/index'
import { paths } from '#lib/paths'
import { EntryPage } from '../entry-page.tsx'

type Props = {
  params: Promise<{ step: string; item: string }>
  searchParams: Promise<{ check?: string; held?: string; done?: string }>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { step, item } = await params
  if (!isListName(step)) return {}
  return {
    title: await pageTitle(
      `修改${listOf(step).entry}`,
      paths.entry(step, item),
      await searchParams,
      step,
      item,
    ),
  }
}

/** A stored entry. */
export default async function StoredEntryPage({ params, searchParams }: Props) {
  const { step, item } = await params
  if (!isListName(step)) notFound()
  return <EntryPage name={step} item={item} query={await searchParams} />
}
