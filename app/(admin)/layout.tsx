import type { ReactNode } from 'react'
import '../desk.css'

/** The administration has a stylesheet beside that of every page. */
export default function AdminLayout({ children }: { children: ReactNode }) {
  return children
}
