import type { ReactNode } from 'react'
import type { Option } from '#lib/collection/codes/option'

interface ChoiceProps {
  type: 'radio' | 'checkbox'
  name: string
  option: Option
  checked?: boolean
  /** Tokens of the conditional blocks it opens. */
  shows?: string
  /** A sentence under the words. */
  hint?: ReactNode
}

/** One circle or box; the whole row is its label. */
export function Choice({ type, name, option, checked, shows, hint }: ChoiceProps) {
  return (
    <label className="choice">
      <input type={type} name={name} value={option.value} defaultChecked={checked} data-shows={shows} />
      <span className="t">
        {option.label}
        {hint ? <span className="d">{hint}</span> : null}
      </span>
    </label>
  )
}

/** Side by side for two short words, two columns for short words, one under another otherwise. */
export function arrangement(options: readonly Option[]): 'inline' | 'grid2' | 'choices' {
  const longest = Math.max(0, ...options.map((option) => [...option.label].length))
  if (options.length <= 3 && longest <= 4) return 'inline'
  return options.length >= 4 && longest <= 9 ? 'grid2' : 'choices'
}
