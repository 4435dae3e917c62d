import type { ReactNode } from 'react'

export type ButtonTone = 'primary' | 'second' | 'plain' | 'danger'

interface Look {
  tone?: ButtonTone
  small?: boolean
  full?: boolean
  children: ReactNode
}

const classOf = ({ tone = 'primary', small, full }: Omit<Look, 'children'>) =>
  ['btn', tone === 'primary' ? '' : tone, small ? 'sm' : '', full ? 'full' : ''].filter(Boolean).join(' ')

interface ButtonProps extends Look {
  /** What the form posts when this button is pressed, e.g. `{ name: 'intent', value: 'save' }`. */
  intent?: { name: string; value: string }
  /** The id of a form elsewhere on the page. */
  form?: string
  className?: string
}

/** A submit. Everything that changes something is one. */
export function Button({ intent, form, className, children, ...look }: ButtonProps) {
  return (
    <button
      type="submit"
      className={className ? `${classOf(look)} ${className}` : classOf(look)}
      form={form}
      name={intent?.name}
      value={intent?.value}
    >
      {children}
    </button>
  )
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function ButtonLink({ href, children, ...look }: Look & { href: string }) {
  return (
    <a className={classOf(look)} href={href}>
      {children}
    </a>
  )
}
