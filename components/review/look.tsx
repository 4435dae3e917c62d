import type { ReactNode } from 'react'
import { type Look as Asked, packLook } from '#lib/review/look'

interface LookProps {
  /** The picture's row key, and how it is shown. */
  to: Asked
  href: string
  /** The decision form, where there is one: then what is typed in it comes along to the next picture. */
  form: string | undefined
  current?: boolean
  /** What the script does with it in place: `fit`, `full`, `nearer`, `turn`. */
  live?: string
  children: ReactNode
}

/** The way to a picture: a link, or for who is deciding a button of the form, so that nothing typed is lost. */
export function Look({ to, href, form, current, live, children }: LookProps) {
  const mark = current ? 'true' : undefined
  if (!form) {
    return (
      <a href={href} aria-current={mark} data-live={live}>
        {children}
      </a>
    )
  }
  return (
    <button
      type="submit"
      className="look"
      form={form}
      name="look"
      value={packLook(to)}
      aria-current={mark}
      data-live={live}
    >
      {children}
    </button>
  )
}
