import { Actions } from '#components/form/actions'
import { Button } from '#components/form/button'
import { Form } from '#components/form/form'
import { Source } from '#components/layout/source'
import { papersFor, TIME } from './papers.ts'
import { Questions } from './questions.tsx'
import {
  answersIn,
  type Principle,
  principleFor,
  type Query,
  type SelfCheckAnswers,
  wasAsked,
} from './self-check.ts'

const ANSWERS: Record<Principle, { place: string; more: string }> = {
  J1: {
    place: '工作单位所在地的县（区、市）采集',
    more: '例如单位在郑州市金水区，就由金水区财政局审核。与户籍、居住地无关。',
  },
  J2: {
    place: '实际居住地的县（区、市）采集',
    more: '例如现在住在南阳市宛城区，就由宛城区财政局审核。与户籍无关。',
  },
  J3: { place: '学校所在地的县（区、市）采集', more: '由学校所在的县（区、市）财政局审核。' },
  J4: { place: '暂不采集，待工作后再进行采集', more: '工作以后，在工作单位所在地的县（区、市）采集。' },
  J5: {
    place: '不在采集范围，不用采集',
    more: '有会计专业技术资格证书，或者在会计岗位上工作的人员，才需要采集。情况有变化时再来。',
  },
}

const PRINCIPLES = [
  { id: 'J1', who: '在职的会计人员', place: '工作单位所在县（区、市）' },
  { id: 'J2', who: '不在职，有会计资格', place: '实际居住地所在县（区、市）' },
  { id: 'J3', who: '全日制在校生，有资格、有工作经历', place: '学校所在县（区、市）' },
  { id: 'J4', who: '全日制在校生，有资格、无工作经历', place: '暂不采集，待工作后再进行采集' },
] as const

/** Where do I collect: four questions, an answer with a place, and the principle that gave it (guide 1.1). */
export function Where({ query }: { query: Query }) {
  const given = answersIn(query)
  const principle = principleFor(given)
  return (
    <section className="sec" id="where">
      <h2>一、在哪里采集</h2>
      <p className="measure">
        采集地由您的身份决定。选错采集地会由审核机关转交，审核时间会延长。回答四个问题，看您应在哪里采集、要备好什么。
      </p>
      <div className="quiz">
        <Form name="self-check" action="/#answer" method="get" label="在哪里采集">
          <Questions given={given} />
          <Actions>
            <Button tone="second">看结果</Button>
          </Actions>
        </Form>
        {wasAsked(query) ? <Answer principle={principle} given={given} /> : null}
      </div>
      <div className="sub">
        <h3>
          采集原则 <Source text="指引 1.1" />
        </h3>
        <table className="spec stack">
          <thead>
            <tr>
              <th scope="col">您的情况</th>
              <th scope="col">在哪里采集</th>
            </tr>
          </thead>
          <tbody>
            {PRINCIPLES.map(({ id, who, place }) => (
              <tr key={id} className={id === principle ? 'hit' : undefined}>
                <th scope="row">{who}</th>
                <td>{place}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** Where, with which papers, and how long it takes. */
function Answer({
  principle,
  given,
}: {
  principle: Principle | undefined
  given: Partial<SelfCheckAnswers>
}) {
  if (!principle) {
    return (
      <div className="answer" id="answer" role="status">
        <p>还有问题没有回答。四个问题都选好，再点“看结果”。</p>
      </div>
    )
  }
  const { place, more } = ANSWERS[principle]
  const papers = papersFor(principle, given)
  return (
    <div className="answer" id="answer" role="status" data-principle={principle}>
      <p className="muted">
        {principle === 'J4' || principle === 'J5' ? '按您的回答，您' : '按您的回答，您应在'}
      </p>
      <p className="big">{place}</p>
      <p className="muted small">{more}</p>
      {papers.length > 0 ? (
        <>
          <h3>请备好</h3>
          <ul className="dots">
            {papers.map((paper) => (
              <li key={paper}>{paper}</li>
            ))}
          </ul>
          <p className="small muted">
            照片的要求见<a href="#materials">准备材料</a>。
          </p>
          <h3>要多久</h3>
          <p>
            {TIME.fill}；{TIME.review}审核。
          </p>
        </>
      ) : null}
    </div>
  )
}
