/** Sealed words of colleagues and of exports: they are opened where they belong, not here. */
const SEALED = ['note', 'sealed']
const LONGEST = 80

/** The facts of an event as a line, `code=RR01；version=2`: ids and codes, cut where one is long. */
export function factsText(json: string): string {
  const facts = JSON.parse(json) as Readonly<Record<string, unknown>>
  return Object.entries(facts)
    .filter(([name]) => !SEALED.includes(name))
    .map(([name, value]) => {
      const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
      return `${name}=${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}`
    })
    .join('；')
}
