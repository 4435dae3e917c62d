import { store } from '#db/store'
import { formatShanghaiFile, now } from '#lib/clock'
import { XLSX, xlsxFile } from '#lib/export/xlsx'
import { requireStatistics } from '#lib/identity/session'
import { paths } from '#lib/paths'
import { sheetsOf } from '#lib/statistics/tables'
import { readReport } from '../report.ts'

/** The figures of the page as a workbook; counts only, nobody's data. */
export async function GET(request: Request): Promise<Response> {
  const session = await requireStatistics(paths.stats)
  const at = now()
  const { read } = await store()
  const params = Object.fromEntries(new URL(request.url).searchParams)
  const { area, period, report } = await readReport(read, session, params, at)
  const file = await xlsxFile(sheetsOf(report, { area: area.name, madeAt: formatShanghaiFile(at) }))
  return new Response(file as BodyInit, {
    headers: {
      'content-type': XLSX,
      'content-disposition': `attachment; filename="statistics-${period.from}-${period.to}.xlsx"`,
    },
  })
}
