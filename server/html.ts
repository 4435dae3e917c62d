const ATTRIBUTES = `(?:"[^"]*"|'[^']*'|[^'">])*`

const SCRIPT = new RegExp(`<script\\b(${ATTRIBUTES})>[\\s\\S]*?</script\\s*>`, 'gi')
const LINK = new RegExp(`<link\\b(${ATTRIBUTES})>`, 'gi')
const TEMPLATE = new RegExp(`<template\\b${ATTRIBUTES}>\\s*</template>`, 'gi')
const COMMENT = /<!--[\s\S]*?-->/g
const EMPTY_HOLDER = /<div hidden="">\s*<\/div>/g

/** The mark of the one script of our own. */
const OURS = /(?:^|\s)data-enhance(?:[\s=/]|$)/i

function preloadsScript(attributes: string): boolean {
  return /\brel\s*=\s*["']?modulepreload\b/i.test(attributes) || /\bas\s*=\s*["']?script\b/i.test(attributes)
}

/**
 * Takes out of a rendered page what only the framework's own scripts would use: script elements without our
 * mark, preloads of scripts, flight data, empty templates and React's comments. Text and attribute values
 * cannot be hit, because React writes every `<` of theirs as `&lt;`.
 */
export function plainHtml(html: string): string {
  return html
    .replace(SCRIPT, (element, attributes: string) => (OURS.test(attributes) ? element : ''))
    .replace(COMMENT, '')
    .replace(LINK, (element, attributes: string) => (preloadsScript(attributes) ? '' : element))
    .replace(TEMPLATE, '')
    .replace(EMPTY_HOLDER, '')
}

/** Whether an HTML answer is the framework's error page, which stays blank without scripts. */
export function isBlankErrorPage(html: string): boolean {
  return /<html\b[^>]*\bid="__next_error__"/i.test(html)
}

/** Writes text so that it can stand in HTML, between tags or inside a quoted attribute. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}
