import type { Metadata } from 'next'
import { Button, ButtonLink } from '#components/form/button'
import { Banner } from '#components/layout/banner'
import { Footer } from '#components/layout/footer'
import { Frame } from '#components/layout/frame'
import { Masthead } from '#components/layout/masthead'
import { Phone } from '#components/layout/phone'
import { listOpenOffices } from '#db/queries/offices'
import { store } from '#db/store'
import { CITIES } from '#lib/collection/codes/divisions'
import { paths } from '#lib/paths'
import { directory, type OfficeGroup, sameHours } from './directory.ts'
import '#applicant/applicant.css'

export const metadata: Metadata = { title: '联系我们' }

type Query = Readonly<Record<string, string | string[] | undefined>>
const one = (value: Query[string]) => (typeof value === 'string' ? value : '')

/** 联系我们: every office with its telephone, to be found by name, place or city. */
export default async function ContactsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const [q, city] = [one(query.q), one(query.city)]
  const groups = directory(await listOpenOffices((await store()).read), { q, city })
  const hours = sameHours(groups)
  const count = groups.reduce((sum, group) => sum + group.offices.length, 0)
  return (
    <>
      <Masthead />
      <Frame back={{ href: paths.start, text: '返回首页' }} wide>
        <h1>联系我们</h1>
        <p className="lead">
          采集、审核的问题，请问负责采集的县（区、市）财政局。注册、登录和实名认证的问题，请打河南政务服务网技术支持{' '}
          <Phone number="0371-96500" />。
        </p>
        <Banner tone="info" title="各财政局的电话是演示号码">
          <p>演示号码由区号、00 和行政区划代码组成，打不通。正式启用时换成真实号码。</p>
        </Banner>
        <form
          className="lookup"
          action={paths.contacts}
          method="get"
          data-form="search"
          aria-label="查找财政局"
        >
          <div>
            <label className="label" htmlFor="city">
              省辖市
            </label>
            <select className="in" id="city" name="city" defaultValue={city}>
              <option value="">全部</option>
              {CITIES.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <div>
            <label className="label" htmlFor="q">
              县（区、市）名称
            </label>
            <input className="in" type="search" id="q" name="q" defaultValue={q} autoComplete="off" />
          </div>
          <div className="go">
            <Button>查找</Button>
            {q !== '' || city !== '' ? (
              <ButtonLink href={paths.contacts} tone="plain">
                清除
              </ButtonLink>
            ) : null}
          </div>
        </form>
        <p className="muted small sub" role="status">
          {count > 0
            ? `共 ${count} 个机构${hours ? `，办公时间均为${hours}` : ''}`
            : '没有找到。请检查名称，或者只选省辖市再查。'}
        </p>
        {groups.map((group) => (
          <Group key={group.code} {...group} hours={hours === undefined} />
        ))}
      </Frame>
      <Footer />
    </>
  )
}

function Group({ code, title, offices, hours }: OfficeGroup & { hours: boolean }) {
  return (
    <section className="sec" id={code}>
      <h2>{title}</h2>
      <table className="offices">
        <thead>
          <tr>
            <th scope="col">机构</th>
            <th scope="col">地址</th>
            <th scope="col">电话（演示号码）</th>
          </tr>
        </thead>
        <tbody>
          {offices.map((office) => (
            <tr key={office.id}>
              <th scope="row">{office.name}</th>
              <td className="where">
                {office.address}
                {hours ? <span className="muted small br">{office.hours}</span> : null}
              </td>
              <td>
                <Phone number={office.phone} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
