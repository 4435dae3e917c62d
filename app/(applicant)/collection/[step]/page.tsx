import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { isListName, isPartId, isStepId, partOf } from '#lib/collection/steps/index'
import { paths } from '#lib/paths'
import { pageTitle } from '../page-title.ts'
import { ListPage } from './list-page.tsx'
import { StepPage } from './step-page.tsx'

type Props = {
  params: Promise<{ step: string }>
  searchParams: Promise<{ check?: string; held?: string; done?: string }>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { step } = await params
  if (!isPartId(step)) return {}
  return { title: await pageTitle(partOf(step).title, paths.part(step), await searchParams, step) }
}

/** A step's form, or a list with its entries. */
export default async function PartPage({ params, searchParams }: Props) {
  const { step } = await params
  const query = await searchParams
  if (isStepId(step)) return <StepPage id={step} query={query} />
  if (isListName(step)) return <ListPage name={step} query={query} />
  notFound()
}
