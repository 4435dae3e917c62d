import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { displayOf } from './display.ts'
import './globals.css'

/** Pages follow the session and the display cookies: nothing is made at build time. */
export const dynamic = 'force-dynamic'

const NAME = '河南省会计人员信息采集'

export const metadata: Metadata = {
  title: { default: NAME, template: `%s - ${NAME}` },
  description: '河南省会计人员信息采集：登记学历、工作和证书信息，由县（区、市）财政部门审核。',
  formatDetection: { telephone: false },
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

/** The document. Display modes are attributes on it, so that they hold from the first byte and without scripts. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const jar = await cookies()
  const { ui, contrast, keys } = displayOf((name) => jar.get(name)?.value)
  return (
    <html lang="zh-CN" data-ui={ui} data-contrast={contrast} data-keys={keys}>
      <body>
        {children}
        <script src="/enhance.js" defer data-enhance="" />
      </body>
    </html>
  )
}
