import type { Option } from './codes/option.ts'

/** Values as a form posts them: control name → every value sent under it. */
export type Raw = Readonly<Record<string, readonly string[]>>

/** A stored picture as the domain sees it. Bytes live in `lib/documents`, found through `documentId`. */
export interface PictureRef {
  readonly documentId: string
  /** SHA-256 (hex) of the stored bytes: what the diff compares. */
  readonly digest: string
  readonly width: number
  readonly height: number
  readonly bytes: number
  /** What the machine noticed: see `picture-flags.ts`. */
  readonly flags: readonly string[]
}

/** A parsed value: text and codes as string, months `YYYY-MM`, days `YYYY-MM-DD`, counts as number. */
export type Value = string | number | readonly string[] | PictureRef
export type Answers = Readonly<Record<string, Value | undefined>>

/** The person as the identity platform names them (R16): never typed here. */
export interface PersonFacts {
  readonly name: string
  /** GA/T 517 code, `111` for the resident identity card. */
  readonly idType: string
  readonly idNumber: string
  readonly mobile: string
}

/** What a condition, default or derived value may know besides the answers of its own step. */
export interface Facts {
  /** Shanghai's date, `YYYY-MM-DD`. */
  readonly today: string
  readonly person: PersonFacts
  /** Parsed answers of the scope step. */
  readonly scope: Answers
  /** Review offices of the chosen county. */
  readonly offices: readonly Option[]
}

/** The field is asked when the named field of the same step holds one of these values. */
export interface Condition {
  readonly field: string
  readonly in: readonly string[]
}

interface Common {
  readonly label: string
  /** What the form asks where the label alone is misread; rows and exports keep the label. */
  readonly question?: string
  readonly hint?: string
  /** Where the guide or the standard says so, e.g. `指引 3.3 第 1 条`. */
  readonly source?: string
  readonly required?: boolean | ((answers: Answers, facts: Facts) => boolean)
  /** All must hold, else the value is left out of the answers and of the submission. */
  readonly when?: readonly Condition[]
  /** A condition on the person or the scope instead of on this step. */
  readonly asked?: (facts: Facts) => boolean
  /** A value that follows from the facts: shown as text, posted values are ignored (R16). */
  readonly derive?: (facts: Facts) => Value | undefined
  /** The value that holds where the branch leaves the field out. */
  readonly excluded?: Value
  /** What the form offers before anything is stored. */
  readonly suggest?: (facts: Facts) => string | undefined
  /** Shown masked in lists, charts and exports. */
  readonly mask?: 'idNumber' | 'mobile'
  /** Says what is missing in place of the kind's own sentence. */
  readonly missing?: string
}

export interface TextField extends Common {
  readonly kind: 'text'
  /** Unicode code points. */
  readonly max: number
  readonly pattern?: RegExp
  readonly patternMessage?: string
  /** Brings what was typed into canonical form before it is checked, e.g. upper case. */
  readonly normalise?: (typed: string) => string
  readonly width?: 'short' | 'medium' | 'long'
  readonly mono?: boolean
  readonly inputMode?: 'numeric' | 'tel' | 'email'
  readonly autoComplete?: string
}
export interface NoteField extends Common {
  readonly kind: 'note'
  readonly max: number
}
export interface OptionGroup {
  readonly label: string
  readonly options: readonly Option[]
}
export interface ChoiceField extends Common {
  readonly kind: 'choice'
  readonly look: 'radio' | 'select'
  readonly options: readonly Option[] | ((facts: Facts) => readonly Option[])
  readonly groups?: readonly OptionGroup[]
  /** How a value reads where it stands alone, when its label needs the group beside it. */
  readonly reads?: (value: string) => string
}
export interface ChoicesField extends Common {
  readonly kind: 'choices'
  readonly options: readonly Option[]
}
export interface MonthField extends Common {
  readonly kind: 'month'
  /** `past`: not after the current month. */
  readonly range: 'past' | 'any'
}
export interface DayField extends Common {
  readonly kind: 'day'
  readonly range: 'past' | 'any'
}
export interface IntegerField extends Common {
  readonly kind: 'integer'
  readonly min: number
  readonly max: number
  readonly unit: string
}
export interface PictureField extends Common {
  readonly kind: 'picture'
}

/** The closed set of kinds. A kind owns its controls, its schema and its text (`kinds/`). */
export type Field =
  | TextField
  | NoteField
  | ChoiceField
  | ChoicesField
  | MonthField
  | DayField
  | IntegerField
  | PictureField

export type Fields = Readonly<Record<string, Field>>

export type ValueOf<F extends Field> = F extends { kind: 'integer' }
  ? number
  : F extends { kind: 'choices' }
    ? readonly string[]
    : F extends { kind: 'picture' }
      ? PictureRef
      : string

/** Typed answers of a field list, for rules. */
export type AnswersOf<F extends Fields> = { readonly [K in keyof F]?: ValueOf<F[K]> }

/** The options a choice offers to this person. */
export function optionsOf(field: ChoiceField | ChoicesField, facts: Facts): readonly Option[] {
  return typeof field.options === 'function' ? field.options(facts) : field.options
}

/** Whether the branch that was chosen asks this field (R21, R25, R26, D4). */
export function isAsked(field: Field, answers: Answers, facts: Facts): boolean {
  if (field.asked && !field.asked(facts)) return false
  return (field.when ?? []).every((c) => c.in.includes(String(answers[c.field] ?? '')))
}

/** Whether an asked field must be answered before submission. */
export function isRequired(field: Field, answers: Answers, facts: Facts): boolean {
  return typeof field.required === 'function' ? field.required(answers, facts) : field.required === true
}
