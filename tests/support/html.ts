/** A form as a browser without scripts sends it. */
interface PageForm {
  readonly action: string
  readonly multipart: boolean
  readonly values: readonly (readonly [string, string])[]
}

const ENTITIES: Readonly<Record<string, string>> = {
  quot: '"',
  amp: '&',
  lt: '<',
  gt: '>',
  '#x27': "'",
  '#39': "'",
}
const plain = (text: string) =>
  text.replace(/&(quot|amp|lt|gt|#x27|#39);/g, (_, name) => ENTITIES[name] ?? '')

const attribute = (tag: string, name: string): string | undefined => {
  const hit = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)
  return hit ? plain(hit[1] ?? '') : undefined
}
const flagged = (tag: string, name: string) => new RegExp(`\\s${name}(=|[\\s/>])`).test(tag)

function* controls(html: string): Generator<readonly [string, string]> {
  const pattern =
    /<(input|button)\b[^>]*>|<textarea\b([^>]*)>([^<]*)<\/textarea>|<select\b[^>]*>.*?<\/select>/gs
  let pressed = false
  for (const [tag, kind, , text] of html.matchAll(pattern)) {
    const name = attribute(tag.slice(0, tag.indexOf('>') + 1), 'name')
    const type = attribute(tag, 'type') ?? 'text'
    if (kind === 'button') {
      // The first one is the main action (contract section 4).
      if (!pressed && name && type === 'submit') yield [name, attribute(tag, 'value') ?? '']
      pressed ||= type === 'submit'
    } else if (!name || type === 'file') {
    } else if (tag.startsWith('<select')) {
      const chosen = [...tag.matchAll(/<option\b[^>]*>/g)].find(([option]) => flagged(option, 'selected'))
      yield [name, chosen ? (attribute(chosen[0], 'value') ?? '') : '']
    } else if (tag.startsWith('<textarea')) yield [name, plain(text ?? '')]
    else if (!/^(radio|checkbox)$/.test(type) || flagged(tag, 'checked'))
      yield [name, attribute(tag, 'value') ?? (type === 'checkbox' ? 'on' : '')]
  }
}

/** The form of a `data-form` name on a page, filled as it was sent. @throws when it is not there */
export function formOf(html: string, name: string): PageForm {
  const found = new RegExp(`<form\\b[^>]*data-form="${name}"[^>]*>`).exec(html)
  if (!found) throw new Error(`The page has no form "${name}".`)
  const inside = html.slice(found.index + found[0].length)
  return {
    action: attribute(found[0], 'action') ?? '',
    multipart:
      attribute(found[0], 'enctype') === 'multipart/form-data' ||
      attribute(found[0], 'encType') !== undefined,
    values: [...controls(inside.slice(0, inside.indexOf('</form>')))],
  }
}
