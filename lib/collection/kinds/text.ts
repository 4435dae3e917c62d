import { z } from 'zod'
import type { NoteField, TextField } from '../field.ts'
import type { Kind, Reading } from './kind.ts'

const points = (s: string) => [...s].length

function readText(field: TextField | NoteField, typed: string): Reading {
  const cleaned =
    field.kind === 'text'
      ? typed.normalize('NFC').replace(/\s+/gu, ' ').trim()
      : typed.replace(/\r\n/g, '\n').trim()
  const value = field.kind === 'text' && field.normalise ? field.normalise(cleaned) : cleaned
  if (value === '') return {}
  const schema = z.string().refine((s) => points(s) <= field.max, {
    error: `${field.label}最多 ${field.max} 个字，现在是 ${points(value)} 个字，请删去 ${points(value) - field.max} 个字`,
  })
  const long = schema.safeParse(value)
  if (!long.success) return { message: long.error.issues[0]?.message }
  if (field.kind === 'text' && field.pattern && !field.pattern.test(value)) {
    return { message: field.patternMessage ?? `${field.label}的格式不对，请检查` }
  }
  return { value }
}

/** One line of text; runs of white space become one space. */
export const text: Kind<TextField, string> = {
  controls: (name) => [name],
  read: (field, typed, name) => readText(field, typed(name)[0] ?? ''),
  write: (name, value) => ({ [name]: [value] }),
  text: (_field, value) => value,
  missing: (field) => `请填写${field.label}`,
}

/** Several lines; the limit counts Unicode code points. */
export const note: Kind<NoteField, string> = {
  controls: (name) => [name],
  read: (field, typed, name) => readText(field, typed(name)[0] ?? ''),
  write: (name, value) => ({ [name]: [value] }),
  text: (_field, value) => value,
  missing: (field) => `请填写${field.label}`,
}
