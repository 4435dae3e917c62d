import { Icon } from './icon.tsx'

export interface Back {
  href: string
  text: string
}

/** The way up, above the sheet. */
export function BackLink({ href, text }: Back) {
  return (
    <nav aria-label="返回">
      <a className="back" href={href}>
        <Icon name="back" />
        {text}
      </a>
    </nav>
  )
}
