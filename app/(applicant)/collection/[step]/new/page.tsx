import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { pageTitle } from '#applicant/collection/page-title.ts'
import { isListName, listOf } from '#lib/collection/steps/index'
import { paths } from '#lib/paths'
import { EntryPage } from '../entry-page.tsx'

type Props = { params: Promise<{ step: string }>; searchParams: Promise<{ check?: string; held?: string }> }

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { step } = await params
  if (!isListName(step)) return {}
  return {
    title: await pageTitle(`添加${listOf(step).entry}`, paths.newEntry(step), await searchParams, step),
  }
}

/** A new entry. */
export default async function NewEntryPage({ params, searchParams }: Props) {
  const { step } = await params
  if (!isListName(step)) notFound()
  return <EntryPage name={step} item={undefined} query={await searchParams} />
}
