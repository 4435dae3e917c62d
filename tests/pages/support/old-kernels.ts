/** Colours that Chrome 88, Safari 14.1 and Firefox 102 do not know: a declaration with one is dropped. */
const COLOURS = /\b(?:oklch|oklab|lch|lab|color-mix|color)\(/i
/** `(width >= 48em)`, `(20em < width < 48em)`. */
const RANGE = /\([^()]*[<>=][^()]*\)/
/** At-rules whose blocks hold rules. */
const HOLDS_RULES = /^@(?:media|supports|layer|container|scope|starting-style|(?:-\w+-)?document)\b/i
/** Blocks whose insides are neither rules nor nesting. */
const HOLDS_FRAMES = /^@(?:-\w+-)?keyframes\b/i

const withoutText = (css: string) =>
  css.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/g, '""')

/** The selectors of a list, split where no bracket is open. */
function selectorsOf(prelude: string): string[] {
  const all: string[] = []
  let [depth, from] = [0, 0]
  for (const [at, letter] of [...prelude].entries()) {
    if ('(['.includes(letter)) depth++
    else if (')]'.includes(letter)) depth--
    else if (letter === ',' && depth === 0) {
      all.push(prelude.slice(from, at))
      from = at + 1
    }
  }
  return [...all, prelude.slice(from)].map((one) => one.trim())
}

/** What is wrong with the head of a block, given the heads of the blocks around it. */
function ofHead(head: string, around: readonly string[]): string[] {
  const found: string[] = []
  const tried = around.some((outer) => /^@supports\b/i.test(outer))
  if (/^@layer\b/i.test(head)) found.push('cascade layer')
  if (/^@media\b/i.test(head) && RANGE.test(head)) found.push('range media query')
  const inside = around.at(-1)
  if (inside !== undefined && !HOLDS_RULES.test(inside) && !HOLDS_FRAMES.test(inside)) found.push('nesting')
  if (!head.startsWith('@') && !tried) {
    const unknown = selectorsOf(head).filter((one) => one.includes(':has('))
    // One selector that is not known drops the whole list.
    if (unknown.length > 0 && unknown.length < selectorsOf(head).length) found.push(':has() in a list')
  }
  return found.map((what) => `${what}: ${head}`)
}

/** What is wrong with a declaration or a statement. */
function ofLine(line: string, around: readonly string[]): string[] {
  if (/^@layer\b/i.test(line)) return [`cascade layer: ${line}`]
  const tried = around.some((outer) => /^@supports\b/i.test(outer))
  return COLOURS.test(line) && !tried ? [`colour function: ${line}`] : []
}

/**
 * What of a stylesheet the oldest kernels of `browserslist` would drop or misread: cascade layers, native
 * nesting, range media queries, colour functions outside `@supports`, a `:has()` that takes its list along.
 * @param css as it is sent
 * @returns one line a finding, with its selector or declaration
 */
export function tooNew(css: string): string[] {
  const found: string[] = []
  const around: string[] = []
  let text = ''
  for (const letter of withoutText(css)) {
    if (letter === '{') {
      const head = text.trim().replace(/\s+/g, ' ')
      found.push(...ofHead(head, around))
      around.push(head)
      text = ''
    } else if (letter === '}' || letter === ';') {
      found.push(...ofLine(text.trim(), around))
      if (letter === '}') around.pop()
      text = ''
    } else text += letter
  }
  return found
}
