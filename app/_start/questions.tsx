import { Choice } from '#components/fields/choice'
import type { SelfCheckAnswers } from './self-check.ts'

const YES = [
  { value: 'yes', label: '有' },
  { value: 'no', label: '没有' },
] as const

interface Question {
  readonly name: keyof SelfCheckAnswers
  readonly text: string
  readonly hint?: string
  readonly options: readonly { readonly value: string; readonly label: string; readonly hint?: string }[]
}

const QUESTIONS: readonly Question[] = [
  { name: 'employed', text: '您现在有工作单位吗？', options: YES },
  {
    name: 'accounting',
    text: '您在会计岗位上工作吗？',
    options: [
      { value: 'yes', label: '是' },
      { value: 'no', label: '不是' },
    ],
  },
  {
    name: 'qualified',
    text: '您有会计专业技术资格证书吗？',
    hint: '初级、中级、高级、正高级都算。',
    options: YES,
  },
  {
    name: 'student',
    text: '您是全日制在校生吗？',
    options: [
      { value: 'no', label: '不是' },
      { value: 'worked', label: '是，有会计工作经历' },
      { value: 'none', label: '是，没有工作经历', hint: '勤工俭学、实习不算会计工作经历。' },
    ],
  },
]

/** The questions, with what was answered last time. */
export function Questions({ given }: { given: Partial<SelfCheckAnswers> }) {
  return QUESTIONS.map(({ name, text, hint, options }, at) => (
    <fieldset key={name} id={name}>
      <legend className="label">
        {at + 1}. {text}
      </legend>
      {hint ? <p className="hint">{hint}</p> : null}
      <div className={options.length > 2 ? 'choices' : 'inline'}>
        {options.map((option) => (
          <Choice
            key={option.value}
            type="radio"
            name={name}
            option={option}
            checked={given[name] === option.value}
            hint={option.hint}
          />
        ))}
      </div>
    </fieldset>
  ))
}
