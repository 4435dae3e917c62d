import type { PartId } from '#lib/collection/step'
import { ownPage } from '../own.ts'
import { formView } from './form-view.ts'

/** The title, beginning with 错误： where the page shows errors (contract section 4). */
export async function pageTitle(
  title: string,
  path: string,
  query: { check?: string; held?: string },
  part: PartId,
  item?: string,
): Promise<string> {
  if (!query.check && !query.held) return title
  const own = await ownPage(path)
  const view = await formView(own, part, item, query)
  return view.issues.length > 0 ? `错误：${title}` : title
}
