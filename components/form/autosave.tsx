import { createElement, type ReactNode } from 'react'
import { paths } from '#lib/paths'
import { Icon } from '../layout/icon.tsx'

interface AutosaveProps {
  /** Seconds until the session ends, as the page is printed. */
  left: number
  /** The application that the form belongs to; nothing where only the buttons save. */
  draft: string | undefined
  children: ReactNode
}

/**
 * Around a form: what the script needs to save it by itself, to say that the line or the session has gone, and to
 * prolong the session. Without the script the form does everything.
 */
export function Autosave({ left, draft, children }: AutosaveProps) {
  const data = {
    'data-left': String(left),
    'data-draft': draft,
    'data-to': paths.autosave,
    'data-prolong': paths.prolong,
  }
  return createElement(
    'auto-save',
    data,
    <div className="savebar noprint" hidden data-bar="">
      <Icon name="warn" />
      <p data-says="" />
      <button type="button" className="btn second sm" hidden data-stay="">
        继续填写
      </button>
    </div>,
    children,
    <p className="hint kept noprint" hidden data-kept="" />,
    <p className="vh" role="status" data-heard="" />,
  )
}
