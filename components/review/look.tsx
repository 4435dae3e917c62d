import type { ReactNode } from 'react'

interface LookProps {
  /** The picture's row key, and how it is shown. */
  picture: string
  zoom?: string
  href: string
  /** The decision form, where there is one: then what is typed in it comes along to the next picture. */
  form: string | undefined
  current?: boolean
  children: ReactNode
}

/** The way to a picture: a link, or for who is deciding a button of the form, so that nothing typed is lost. */
export function Look({ picture, zoom = '', href, form, current, children }: LookProps) {
  const mark = current ? 'true' : undefined
  if (!form) {
    return (
      <a href={href} aria-current={mark}>
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
      value={`${picture}|${zoom}`}
      aria-current={mark}
    >
      {children}
    </button>
  )
}
