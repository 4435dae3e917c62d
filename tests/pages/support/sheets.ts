/** The addresses of a page's stylesheets. */
export const sheetsOf = (html: string): string[] =>
  [...html.matchAll(/<link\b[^>]*>/g)]
    .filter(([tag]) => tag.includes('rel="stylesheet"'))
    .map(([tag]) => /\shref="([^"]*)"/.exec(tag)?.[1] ?? '')

/** The classes that stand on a page's elements. */
export const classesOn = (html: string): Set<string> =>
  new Set([...html.matchAll(/\sclass="([^"]*)"/g)].flatMap(([, names = '']) => names.split(/\s+/)))

/** The selectors of a stylesheet, one by one. */
export const selectorsOf = (css: string): string[] =>
  [...css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{};]+)\{/g)]
    .map(([, head = '']) => head.trim())
    .filter((head) => !head.startsWith('@'))
    .flatMap((head) => head.split(/,(?![^([]*[)\]])/))

/**
 * Selectors that fit a page by their classes and that only stylesheets have which the page does not load.
 * @param loaded the stylesheets of the page
 * @param others the remaining ones
 */
export function unstyled(html: string, loaded: readonly string[], others: readonly string[]): string[] {
  const names = classesOn(html)
  const known = new Set(loaded.flatMap(selectorsOf))
  const fits = (selector: string) => {
    const asked = [...selector.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name = '']) => name)
    return asked.length > 0 && asked.every((name) => names.has(name))
  }
  return [...new Set(others.flatMap(selectorsOf))].filter((one) => !known.has(one) && fits(one))
}
