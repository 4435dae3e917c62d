import type { ReactNode } from 'react'

interface FormProps {
  /** The contract's name of the form. */
  name: string
  /** The address of a route, or a server action bound in the page. */
  action: string | ((form: FormData) => Promise<void>)
  method?: 'post' | 'get'
  hidden?: Readonly<Record<string, string>>
  /** For files; routes only, an action sets its own encoding. */
  multipart?: boolean
  label?: string
  id?: string
  className?: string
  children: ReactNode
}

/** A form of the contract. The server checks everything and says it in our words, so the browser does not. */
export function Form({
  name,
  action,
  method = 'post',
  hidden = {},
  multipart,
  label,
  children,
  ...rest
}: FormProps) {
  const posting =
    typeof action === 'string'
      ? { action, method, ...(multipart ? { encType: 'multipart/form-data' } : {}) }
      : { action }
  return (
    <form data-form={name} {...posting} aria-label={label} noValidate {...rest}>
      {Object.entries(hidden).map(([key, value]) => (
        // The page's own word on what it shows: a reload must not bring back an older one.
        <input key={key} type="hidden" name={key} value={value} autoComplete="off" />
      ))}
      {children}
    </form>
  )
}
