import type { Wrong } from '#lib/collection/typed'

/** Code points of the note to the colleagues. */
const NOTE_MAX = 200

/** What is missing for a forward; whether the office is another county's is settled with the application. */
export function forwardErrors(to: { officeId: string; note: string }): Wrong[] {
  const length = [...to.note.trim()].length
  return [
    ...(to.officeId === '' ? [{ name: 'officeId', text: '请选择移交给哪个财政部门' }] : []),
    ...(length === 0 ? [{ name: 'note', text: '请写明移交原因' }] : []),
    ...(length > NOTE_MAX
      ? [{ name: 'note', text: `移交原因最多 ${NOTE_MAX} 字，现在 ${length} 字，请缩短` }]
      : []),
  ]
}
