import { Actions } from '#components/form/actions'
import { ButtonLink } from '#components/form/button'
import { Timeline } from '#components/record/timeline'
import { paths } from '#lib/paths'

/** From sign-in to the answer, and both ways in. */
export function Procedure() {
  return (
    <section className="sec">
      <h2>三、怎样办理</h2>
      <Timeline
        events={[
          { tone: 'cur', text: '登录并阅读须知', when: '首次使用需在统一身份认证平台注册' },
          {
            tone: 'next',
            text: '填写四部分信息，上传照片',
            when: '个人信息、学历信息、工作与证书、其他信息',
          },
          { tone: 'next', text: '核对并提交', when: '提交后得到受理编号' },
          { tone: 'next', text: '等待审核', when: '通过或退回都会通知您；退回时逐项说明原因' },
        ]}
      />
      <Actions>
        <ButtonLink href={paths.tasks}>开始填写</ButtonLink>
        <ButtonLink href={paths.tasks} tone="plain">
          已有草稿，继续填写
        </ButtonLink>
      </Actions>
    </section>
  )
}
