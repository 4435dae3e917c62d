import { Actions } from '#components/form/actions'
import { ButtonLink } from '#components/form/button'
import { Banner } from '#components/layout/banner'
import { Footer } from '#components/layout/footer'
import { Frame } from '#components/layout/frame'
import { Masthead } from '#components/layout/masthead'
import { Phone } from '#components/layout/phone'
import { RailSection } from '#components/layout/rail-section'
import { Source } from '#components/layout/source'
import { Ledger } from '#components/record/ledger'
import { paths } from '#lib/paths'
import { Exams } from './_start/exams.tsx'
import { Materials } from './_start/materials.tsx'
import { TIME } from './_start/papers.ts'
import { Procedure } from './_start/procedure.tsx'
import type { Query } from './_start/self-check.ts'
import { Where } from './_start/where.tsx'
import '#applicant/applicant.css'

/** The public start page: what, who, time, materials, cost; where to collect; what to have ready. */
export default async function StartPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  return (
    <>
      <Masthead />
      <Frame rail={<StartRail />} railLabel="咨询">
        <h1 className="cover">
          <span className="br">河南省</span>会计人员信息采集
        </h1>
        <p className="lead">
          在河南省内从事会计工作，或者具有会计专业技术资格的人员，在这里登记本人的学历、工作和证书信息，由县（区、市）财政局审核。
        </p>
        <div className="sec">
          <Ledger rows={FACTS} />
          <Actions>
            <ButtonLink href={paths.tasks}>开始填写</ButtonLink>
            <span className="muted small">需先在河南政务“统一身份认证平台”登录</span>
          </Actions>
        </div>
        <Banner tone="warn" title="报考中级、高级会计资格的人员">
          <p>
            在河南省报考，必须在报名前完成信息采集并通过审核。请至少提前一周提交。 <Source text="指引 1.1" />
          </p>
          <Exams />
        </Banner>
        <Where query={query} />
        <Materials />
        <Procedure />
      </Frame>
      <Footer />
    </>
  )
}

const FACTS = [
  { label: '需要时间', text: TIME.fill },
  {
    label: '准备材料',
    text: (
      <>
        证件照、学历证书照片、资格证书照片（<a href="#materials">看要求和样张</a>）
      </>
    ),
  },
  { label: '审核时间', text: TIME.review },
  { label: '费用', text: '不收费' },
]

function StartRail() {
  return (
    <>
      <RailSection title="业务咨询">
        <p>采集和审核的问题，请问工作单位所在地的县（区、市）财政局。</p>
        <p>
          <a href={paths.contacts}>查各地财政局电话</a>
        </p>
      </RailSection>
      <RailSection title="注册与登录咨询">
        <p>河南政务服务网技术支持</p>
        <p>
          <Phone number="0371-96500" />
        </p>
      </RailSection>
      <RailSection title="查验">
        <p>
          收到别人打印的采集表，可凭表上的编号<a href={paths.verify}>查验真伪</a>。
        </p>
      </RailSection>
    </>
  )
}
