import type { Hint } from '#components/review/checks'
import { Viewer } from '#components/review/viewer'
import { entryName, picturesIn } from '#lib/collection/present'
import { isListName } from '#lib/collection/steps/index'
import { paths } from '#lib/paths'
import { provenBy } from '#lib/review/evidence'
import type { Look } from '#lib/review/look'
import type { Desk } from './dossier.ts'

/** The pictures of the submission with the names that their tabs bear: entries by their title. */
export function namedPictures({ submission }: Desk) {
  return submission.snapshot.rows.flatMap((group) =>
    picturesIn([group]).map(({ key, label, picture }) => ({
      key,
      picture,
      label: isListName(group.part) ? entryName(group) : label,
    })),
  )
}

interface EvidenceProps {
  desk: Desk
  /** The picture to show, and how. */
  look: Look
  href: (look: Look) => string
  form: string | undefined
  hints: readonly Hint[]
}

/** The viewer with the typed values that the picture proves. */
export function Evidence({ desk, look, href, form, hints }: EvidenceProps) {
  const { att: key } = look
  const pictures = namedPictures(desk)
  const shown = pictures.find((picture) => picture.key === key)
  const { facts, rows } = desk.submission.snapshot
  const group = rows.find((g) => g.rows.some((row) => row.key === key))
  const line = group?.rows.find((row) => row.key === key)
  if (!shown || !group || !line) return null
  const named = { key: 'name', field: 'name', label: '姓名', text: facts.person.name }
  const proven = provenBy(group, line)
  const proves = proven.some((row) => row.text === named.text) ? proven : [named, ...proven]
  return (
    <Viewer
      pictures={pictures}
      shown={shown}
      look={look}
      href={href}
      form={form}
      src={paths.document(shown.picture.documentId)}
      visible={desk.reviews || desk.own}
      proves={proves}
      masked={!desk.mine}
      hint={hints.find((hint) => hint.key === key)?.text}
    />
  )
}
