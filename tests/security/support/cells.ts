/** What stands for the changing parts of an address: well formed, and nobody's. */
const NOBODYS: Readonly<Record<string, string>> = {
  '[step]': 'personal',
  '[item]': '000000000000000000000000',
  '[slot]': 'photo',
  '[applicationId]': '000000000000000000000000',
  '[documentId]': '000000000000000000000000',
  '[officeId]': '410105',
  '[version]': '2026-01',
  '[code]': 'RR01',
  '[id]': 'a'.repeat(43),
  '[token]': 'a'.repeat(43),
  '[...nextauth]': 'signin/platform',
}

/** An address of a route. Lists have entries, so a route with an entry is asked for in a list. */
export function addressOf(route: string, parts: Readonly<Record<string, string>> = {}): string {
  const entry = route.includes('[item]') || route.endsWith('/new')
  const all: Record<string, string> = {
    ...NOBODYS,
    ...(entry ? { '[step]': 'qualifications' } : {}),
    ...parts,
  }
  if (entry && route.includes('[slot]')) all['[slot]'] = 'file'
  return route
    .split('/')
    .map((part) => all[part] ?? part)
    .join('/')
}
