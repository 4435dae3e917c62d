import { StepFields } from '#components/fields/step-fields'
import { Actions } from '#components/form/actions'
import { Button, ButtonLink, Hold } from '#components/form/button'
import { ErrorSummary } from '#components/form/error-summary'
import { Form } from '#components/form/form'
import { Banner } from '#components/layout/banner'
import { DeskFrame } from '#components/layout/desk-frame'
import { Docket } from '#components/layout/docket'
import { Footer } from '#components/layout/footer'
import { Frame } from '#components/layout/frame'
import { Masthead } from '#components/layout/masthead'
import { OfficeCard } from '#components/layout/office-card'
import { RailSection } from '#components/layout/rail-section'
import { Samples } from '#components/layout/samples'
import { Tag } from '#components/layout/tag'
import { Icon } from '#components/layout/icon'
import { NoticeForm } from '#components/notice/notice-form'
import { NoticeText } from '#components/notice/notice-text'
import { DiffRow } from '#components/record/diff-row'
import { ItemCard } from '#components/record/item-card'
import { Progress } from '#components/record/progress'
import { ReceiptStamp } from '#components/record/receipt-stamp'
import { Remark } from '#components/record/remark'
import { Rows } from '#components/record/rows'
import { TaskList } from '#components/record/task-list'
import { Timeline } from '#components/record/timeline'
import type { Facts } from '#lib/collection/field'
import { readDraft, readPart } from '#lib/collection/parse'
import { present } from '#lib/collection/present'
import { partOf } from '#lib/collection/steps/index'

const PIC = { documentId: 'a', digest: 'x', width: 1600, height: 1200, bytes: 139000, flags: [] }
const PT = { documentId: 'b', digest: 'y', width: 295, height: 413, bytes: 21400, flags: [] }
const person = { name: '王芳', idType: '111', idNumber: '410105198809219980', mobile: '13800000002' }
const known = { today: '2026-11-23', person, offices: [{ value: 'o1', label: '金水区财政局' }] }
const doc = (id: string) => (id === 'b' ? '/samples/good-portrait.png' : '/samples/good-certificate.png')
const RAW: Record<string, Record<string, string[]>> = {
  scope: { applicantCategory: ['employed'], hasQualification: ['yes'], collectionDivisionCode: ['410105'] },
  personal: { ethnicity: ['01'], politicalStatus: ['13'] },
  education: { ftEducation: ['21'], ftSchool: [''], ftMajor: ['会计学'], 'ftEnrollDate.year': ['2007'], 'ftEnrollDate.month': ['9'], 'ftGradDate.year': ['2031'], 'ftGradDate.month': ['6'], ftEducationCertNo: ['105422201105000217'], ftDegree: ['4'], ftProofKind: ['certificate'], ptEducation: ['00'] },
  employment: { postStatus: ['accounting'], unitName: ['豫中机械厂'], uscc: ['91410105MA9F2K7X3Q'], unitNature: ['private'], accountingPost: ['cashier', 'reports'], appointedTitle: ['accountant'], 'accountingStartDate.year': ['2011'], accountingYears: ['15'] },
  qualifications: { series: ['accounting'], level: ['junior'], obtainMethod: ['exam'], 'obtainDate.year': ['2014'], 'obtainDate.month': ['5'], 'obtainDate.day': ['18'], certNo: ['2014410103005217'], issuer: ['河南省人力资源和社会保障厅'] },
  talents: {}, penalties: {}, remarks: { text: ['改过名'] },
}
const rail = (
  <>
    <RailSection title="办理进度" progress>
      <ol className="steps">
        <li><span>1</span><a href="#a">个人信息</a><span className="st">已完成</span></li>
        <li aria-current="step"><span>2</span><a href="#b">学历信息</a><span className="st">填写中</span></li>
        <li><span>5</span><span>核对并提交</span><span className="st">暂不能填写</span></li>
      </ol>
    </RailSection>
    <RailSection title="审核机关"><OfficeCard name="金水区财政局" phone="0371-00410105" why="按工作单位所在地确定" hours="工作日 9:00–12:00，13:30–17:30" /></RailSection>
  </>
)
const draft = {
  steps: RAW as never,
  entries: [{ id: 'q1', list: 'qualifications' as const, raw: RAW.qualifications ?? {} }],
  pictures: { personal: { photo: PT }, education: { ftEducationFile: PIC }, q1: { file: PIC } },
}
const reading = readDraft(draft, known)

export default async function Look({ params, searchParams }: { params: Promise<{ page: string }>; searchParams: Promise<Record<string, string>> }) {
  const { page } = await params
  const q = await searchParams
  if (page === 'desk') return <Desk />
  return (
    <>
      <Masthead who={{ name: '王芳', number: '410***********9980' }} nav={q.nav ? [{ href: '/collection', text: '任务清单', current: true }, { href: '/record/change', text: '信息变更' }] : []} />
      <Frame back={{ href: '/collection', text: '返回任务清单' }} rail={rail}>
        {page in RAW ? <StepLook id={page as never} q={q} /> : page === 'tasks' ? <Tasks /> : page === 'records' ? <Records /> : page === 'notice' ? <><h1>信息采集须知</h1><NoticeText /><NoticeForm action={async () => { 'use server' }} version="v" left={Number(q.left ?? 22)} ticked={[]} /></> : <Upload />}
      </Frame>
      <Footer />
    </>
  )
}

function StepLook({ id, q }: { id: 'education'; q: Record<string, string> }) {
  const step = partOf(id)
  const facts: Facts = reading.facts
  const item = id in draft.steps && ['qualifications', 'talents', 'penalties', 'remarks'].includes(id) ? 'q1' : undefined
  const pictures = (draft.pictures as never as Record<string, never>)[item ?? id] ?? {}
  const { answers, issues } = readPart(step, RAW[id] ?? {}, pictures, facts, item)
  const errors = q.check ? issues : []
  const comments = q.returned ? { 'employment.unitName': [{ id: 'c', text: '请填营业执照上的全称。', mended: false }], 'education.ftEducationFile': [{ id: 'd', text: '反光，看不清编号，请重拍。', mended: true, reply: '已重拍' }] } : {}
  return (
    <>
      <Docket left="第 2 部分，共 5 部分" right="草稿已保存 14:32" />
      <h1>{step.title}</h1>
      <ErrorSummary errors={errors.map((e) => ({ href: `#${e.field}`, text: e.message }))} />
      <p className="muted small">未注明“选填”的均为必填。已填的内容都还在。</p>
      <Form name={`step-${id}`} action="/x" label={step.title}>
        <StepFields step={step} raw={RAW[id] ?? {}} answers={answers} facts={facts} errors={errors} comments={comments} reply={!!q.returned} pictures={pictures} closed={!!q.closed} item={item} old={q.old ? { 'employment.unitName': '豫恒商贸', 'employment.uscc': '' } : {}} others={q.old ? { unitAddress: '花园路 1 号' } : {}} slotHref={(s) => `/x/${s}`} documentHref={doc} />
        <Actions><Button intent={{ name: 'intent', value: 'continue' }}>保存并继续</Button><Button tone="second" intent={{ name: 'intent', value: 'save' }}>保存草稿</Button></Actions>
      </Form>
    </>
  )
}

function Tasks() {
  const t = (id: string, title: string, holds: string, status: 'todo' | 'started' | 'done' | 'fix' | 'locked', more = {}) => ({ id, title, holds, status, missing: [] as string[], href: status === 'locked' ? undefined : `/collection/${id}`, ...more })
  return (
    <>
      <Docket left="草稿" right="上次保存 11 月 23 日 14:32" />
      <h1>会计人员信息采集</h1>
      <Banner tone="info" title="还没有提交"><p>可以任选一部分先填，随时离开，草稿都会保存。</p></Banner>
      <Progress done={2} total={5} />
      <TaskList tasks={[t('personal', '个人信息', '姓名、民族、政治面貌、证件照', 'done'), t('education', '学历信息', '', 'started', { missing: ['毕业院校', '毕业时间', '学位证书照片'] }), t('employment', '工作与证书', '在岗状态、工作单位', 'fix', { open: 1 }), t('qualifications', '专业技术资格', '会计、审计、经济、统计等资格证书', 'done', { count: 2 }), t('talents', '高端人才', '国际化高端会计人才、会计领军人才等', 'done'), t('honours', '信用信息：守信', '受到的表彰、奖励', 'locked'), t('check', '核对并提交', '', 'locked', { closedBecause: '第 1 至 4 部分完成后可以填写' })]} />
      <Actions><ButtonLink href="#x">继续填写学历信息</ButtonLink></Actions>
      <div className="sec"><h2>错误</h2><Banner tone="err" mark="returned" title="退回原因"><p>证件照不合格；工作单位名称与信用代码登记的名称不一致。</p></Banner><Banner tone="ok" title="您已采集过信息，无需重复采集"><p>信息有变化时，请办理信息变更。</p></Banner></div>
      <Actions><Hold>处理完 1 处后可再次提交</Hold><Button tone="danger">删除</Button></Actions>
    </>
  )
}

function Records() {
  const groups = present(reading.dossier, reading.facts)
  return (
    <>
      <Banner tone="ok" title="已提交，等待审核" mark="submitted" as="h1"><p>2026 年 11 月 23 日 15:12，提交给金水区财政局</p></Banner>
      <ReceiptStamp code="HN-2026-004217" note="查询、咨询时请报这个编号。" />
      <section className="sec"><h2>办理进度</h2><Timeline events={[{ tone: 'done', text: '提交', when: '11 月 18 日', by: '本人' }, { tone: 'back', text: '退回', when: '11 月 20 日', by: '金水区财政局' }, { tone: 'cur', text: '等待审核', when: '前面还有 11 件' }, { tone: 'todo', text: '审核结果', when: '预计 11 月 26 日前' }]} /></section>
      <section className="sec"><h2>审核意见</h2>
        <Remark commentFor="personal.photo" title="1. 证件照" state="open" said={['背景是蓝色，请换白底证件照。']} how="近期、白底、标准证件照。" actions={<><ButtonLink href="#x" small>换一张照片</ButtonLink><ButtonLink href="#y" small tone="second">不改，说明情况</ButtonLink></>} />
        <Remark commentFor="employment.unitName" title="2. 工作单位名称" state="mended" said={['请填营业执照上的全称。']} before="豫恒商贸" now="河南豫恒商贸有限公司" />
      </section>
      <section className="sec"><h2>您已添加 1 项</h2><ItemCard id="q1" title="会计 · 初级" rows={groups.find((g) => g.item)?.rows ?? []} editHref="#e" removeHref="#d" gaps={[{ field: 'issuer', text: '还没有填', href: '#f', link: '去填' }]} documentHref={doc} /></section>
      <section className="sec"><h2>变化</h2>
        <DiffRow change={{ key: 'employment.unitName', label: '工作单位名称', group: '工作与证书', before: { text: '豫恒商贸' }, after: { text: '河南豫恒商贸有限公司' } }} comments={['请填全称。']} replies={['已改']} documentHref={doc} />
        <DiffRow change={{ key: 'personal.photo', label: '证件照', group: '个人信息', after: { text: '已上传，295×413', picture: PT }, before: { text: '已上传', picture: PIC } }} documentHref={doc} note="没有要求修改" />
      </section>
      <Rows groups={groups} masked documentHref={doc} changeHref={(g, r) => (r.mask ? undefined : `#${g.part}`)} />
    </>
  )
}

function Upload() {
  return (
    <>
      <Docket left="第 1 部分 · 证件照" right="11 月 23 日 14:18 上传" />
      <h1>照片已处理，请确认</h1>
      <div className="ba">
        <figure><span className="pic"><img src={doc('a')} alt="原图" /></span><figcaption><b>原图</b>3024×4032<br />3.84 MB</figcaption></figure>
        <figure><span className="pic true"><img src={doc('b')} alt="处理后" /></span><figcaption><b>处理后</b>295×413<br />21.4 kB</figcaption></figure>
      </div>
      <table className="figures"><thead><tr><th scope="col"><span className="vh">项目</span></th><th scope="col">原图</th><th scope="col">处理后</th><th scope="col">要求</th></tr></thead><tbody><tr><th scope="row">像素</th><td>3024×4032</td><td>295×413</td><td>≥295×413</td></tr><tr><th scope="row">大小</th><td>3.84 MB</td><td>21.4 kB</td><td>≥10 kB</td></tr></tbody></table>
      <form><section className="sec"><h2>一、选择裁切位置</h2><fieldset><legend className="vh">裁切位置</legend><div className="choices crops">{['偏上', '居中', '偏下'].map((w) => <label className="crop" key={w}><img src={doc('b')} alt="" /><span className="c"><input type="radio" name="crop" value={w} /><span>{w}</span></span></label>)}</div></fieldset></section></form>
      <section className="sec"><h2>二、检查结果</h2><ul className="checks"><li><Icon name="tick" tone="yes" /><span>像素够用<span className="d">原图 3024×4032</span></span></li><li className="ck-warn"><Icon name="warn" /><span><b>提醒：背景可能不是白色</b><span className="d">白色占 62%</span></span></li></ul></section>
      <section className="sec"><h2>样张</h2><Samples kind="portrait" /><Samples kind="certificate" /><Tag tone="warn">还没有上传</Tag></section>
      <input type="file" aria-label="选择照片" />
    </>
  )
}

function Desk() {
  return (
    <>
      <Masthead desk who={{ name: '周敏', office: '金水区财政局' }} nav={[{ href: '/review', text: '审核队列', current: true }, { href: '/review/stats', text: '统计' }]} />
      <DeskFrame back={{ href: '/review', text: '返回队列' }}>
        <div className="desk-head"><h1>审核队列</h1><p className="tallies"><span>待审核 <b>47</b></span><span className="late">超期 <b>2</b></span></p></div>
        <form className="filters"><div><label className="label" htmlFor="s">状态</label><select className="in" id="s"><option>待审核</option></select></div><div><label className="label" htmlFor="k">类型</label><select className="in" id="k"><option>全部</option></select></div><div className="wide2"><label className="label" htmlFor="q">姓名、拼音、证件号</label><input className="in" id="q" /></div><div><label className="label" htmlFor="f">提交日期从</label><input className="in" id="f" /></div><div><label className="label" htmlFor="t">到</label><input className="in" id="t" /></div><div className="chk"><label className="choice"><input type="checkbox" /><span className="t">只看超期</span></label></div><div className="go"><Button>筛选</Button><ButtonLink href="#x" tone="plain">清除</ButtonLink></div></form>
        <div className="tablewrap"><div className="bulk"><span>按提交时间，最早的在前。</span><Button tone="second">认领所选</Button></div><table className="grid cards"><thead><tr><th scope="col"><span className="vh">选择</span></th><th scope="col">姓名</th><th scope="col">后四位</th><th scope="col">单位</th><th scope="col">类型</th><th scope="col">提交</th></tr></thead><tbody>{['孙丽娟', '马建国'].map((n, i) => <tr key={n} className={i ? undefined : 'mine'}><td className="sel"><label className="pick"><input type="checkbox" /><span className="vh">选择 {n}</span></label></td><th scope="row"><a href="#x">{n}</a></th><td data-l="后四位" className="num id4">9980</td><td className="full">河南豫林物流有限公司</td><td className="st"><Tag tone="info">变更</Tag></td><td data-l="提交" className="nw">11-13 09:12</td></tr>)}</tbody></table><nav className="pager" aria-label="翻页"><span className="muted">本页 2 件</span><span className="links"><span className="off">上一页</span><a href="#n">下一页</a></span></nav></div>
        <div className="split"><div><section className="panel"><div className="panel-h"><h2>一、个人信息</h2></div><dl className="rows"><div><dt>姓名</dt><dd>张伟 <span className="mv"><Icon name="tick" />实名</span></dd><dd className="tools"><a href="#m"><Icon name="clip" />材料</a><a href="#c">批注</a></dd></div><div className="noted"><dt>编号</dt><dd>1054 <span className="mw"><Icon name="warn" />与图片不同</span></dd><dd className="note"><details open><summary><span>批注：编号</span></summary><div className="notebox"><label className="label" htmlFor="c">给申请人看的话</label><textarea className="in" id="c" /></div></details></dd></div></dl></section></div>
          <div className="viewer panel"><nav className="tabs" aria-label="材料"><a href="#1">证件照</a><a href="#2" aria-current="page">学历证书</a></nav><div className="stage"><img src={doc('a')} alt="学历证书" /></div><p className="vfacts"><span><b>1600×1200，139 kB</b></span></p></div></div>
        <form className="decide"><fieldset><legend className="label">审核决定</legend><div className="choices"><label className="choice"><input type="radio" name="d" /><span className="t">通过</span></label><label className="choice"><input type="radio" name="d" /><span className="t">退回</span></label></div></fieldset><div><label className="label" htmlFor="r">退回原因</label><textarea className="in" id="r" /></div><div className="full acts"><Button>提交并打开下一条</Button><Button tone="second">提交并返回列表</Button></div></form>
        <div className="sec"><DiffRow change={{ key: 'employment.unitName', label: '工作单位名称', group: '工作与证书', before: { text: '豫恒商贸' }, after: { text: '河南豫恒商贸有限公司' } }} comments={['请填全称。']} replies={['已改']} documentHref={doc} /></div>
        <dl className="tiles">{['待审核', '超期', '通过', '退回率', '平均用时'].map((n) => <div className="tile" key={n}><dt>{n}</dt><dd className="v">47<small> 件</small></dd><dd className="d">全省 9.1%</dd></div>)}</dl>
      </DeskFrame>
      <Footer desk />
    </>
  )
}
