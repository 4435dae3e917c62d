import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { IdpShell } from '#components/idp/shell'
import { env } from '#lib/env'
import '../idp.css'

export const metadata: Metadata = {
  title: { template: '%s - 统一身份认证平台（模拟）', default: '统一身份认证平台（模拟）' },
}

/** Pages of the stand-in; with a real identity platform they do not exist. */
export default function IdpLayout({ children }: { children: ReactNode }) {
  if (!env().idp) notFound()
  return <IdpShell>{children}</IdpShell>
}
