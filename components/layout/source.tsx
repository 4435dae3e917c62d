/** Where a rule comes from, in the brackets official texts use: 〔指引 3.3 第 1 条〕. */
export function Source({ text }: { text: string }) {
  return <span className="src">〔{text}〕</span>
}
