import type { ReactNode } from 'react'
import '../desk.css'

/** The review desk has a stylesheet beside that of every page. */
export default function DeskLayout({ children }: { children: ReactNode }) {
  return children
}
