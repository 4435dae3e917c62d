const compact = (typed: string) => typed.normalize('NFKC').replace(/[\s-]/gu, '')

function hint(typed: string, what: string, lengths: readonly number[]): string | undefined {
  const number = compact(typed)
  if (/^\d+$/.test(number) && lengths.includes(number.length)) return undefined
  const measured = /^\d+$/.test(number) ? `${number.length} 位数字` : `${[...number].length} 个字符`
  return `${what}一般是 ${lengths.join(' 或 ')} 位数字，您填的是 ${measured}，请再核对一次；证书上就是这样的，可以不改`
}

/** V-CERT: what is unusual about the number of a diploma, or nothing. Old numbers vary, so it only warns. */
export const educationCertHint = (typed: string): string | undefined => hint(typed, '学历证书编号', [17, 18])

/** V-CERT: what is unusual about the number of a degree certificate, or nothing. */
export const degreeCertHint = (typed: string): string | undefined => hint(typed, '学位证书编号', [16])
