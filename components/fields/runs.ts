import type { Block } from './conditions.ts'
import { type Print, printOf, type StepFieldsProps } from './step-page.ts'

/** Neighbours that are printed in one list: read-only rows in a ledger, pictures under one sentence. */
export type Run =
  | { readonly print: Print; readonly names: readonly string[] }
  | { readonly print: 'cond'; readonly block: Extract<Block, { kind: 'cond' }> }

/** Blocks as runs; fields that the page does not ask are left out. */
export function runsOf(blocks: readonly Block[], page: StepFieldsProps): Run[] {
  const runs: Run[] = []
  for (const block of blocks) {
    if (block.kind === 'cond') {
      runs.push({ print: 'cond', block })
      continue
    }
    const print = printOf(page, block.name)
    if (!print) continue
    const last = runs.at(-1)
    if (last && last.print !== 'cond' && last.print === print) {
      runs[runs.length - 1] = { print, names: [...last.names, block.name] }
    } else runs.push({ print, names: [block.name] })
  }
  return runs
}
