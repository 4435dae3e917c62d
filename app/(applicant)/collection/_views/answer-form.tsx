import type { ReactNode } from 'react'
import type { OwnPage } from '#applicant/own.ts'
import { OwnErrors } from '#applicant/own-errors.tsx'
import { StepFields } from '#components/fields/step-fields'
import { Actions } from '#components/form/actions'
import { Autosave } from '#components/form/autosave'
import { Button } from '#components/form/button'
import { Form } from '#components/form/form'
import { Banner } from '#components/layout/banner'
import type { SaveMark } from '#db/queries/drafts'
import type { Raw } from '#lib/collection/field'
import { controlNames } from '#lib/collection/parse'
import { shownMark } from '#lib/collection/stale'
import type { ListStep, Step } from '#lib/collection/step'
import { secondsLeft } from '#lib/identity/live'
import { fieldContext } from '../field-context.ts'
import type { FormView } from '../form-view.ts'

interface AnswerFormProps {
  own: OwnPage
  view: FormView
  definition: Step | ListStep
  /** The contract's name of the form. */
  name: string
  action: (form: FormData) => Promise<void>
  /** What is stored, and since when; nothing for what has not been saved. */
  stored: Raw | undefined
  mark: SaveMark | undefined
  closed: boolean
  item?: string | undefined
  hidden?: Readonly<Record<string, string>>
  /** Between what went wrong and the first question. */
  children: ReactNode
}

/** The form of a step or of an entry: what went wrong, every question, the two buttons. */
export function AnswerForm(props: AnswerFormProps) {
  const { own, view, definition, name, action, stored, mark, closed, item, hidden, children } = props
  const stale = view.stale.length > 0
  // The scope step is decided by its buttons; two versions side by side are for the person to choose from.
  const draft = definition.id === 'scope' || stale ? undefined : own.workspace?.row.id
  const form = (
    <Form
      name={name}
      action={action}
      label={definition.title}
      hidden={{
        ...hidden,
        version: String(mark?.version ?? 0),
        shown: shownMark(stale ? view.stored : (stored ?? {}), controlNames(definition)),
      }}
    >
      <StepFields step={definition} {...fieldContext(own, view, definition.id, item)} closed={closed} />
      {!closed && (
        <Actions>
          <Button intent={{ name: 'intent', value: 'continue' }}>保存并继续</Button>
          <Button intent={{ name: 'intent', value: 'save' }} tone="second">
            保存草稿
          </Button>
        </Actions>
      )}
    </Form>
  )
  return (
    <>
      {view.released && (
        <Banner tone="info" title="系统已更新，您刚才填的都在">
          <p>请核对下面的内容，再保存一次。</p>
        </Banner>
      )}
      {stale && (
        <Banner tone="warn" mark="conflict" title="这里已在别处修改，您刚才填的没有覆盖它">
          <p>下面是您刚才填的内容，不一致的地方写着已保存的内容。核对后再保存一次。</p>
        </Banner>
      )}
      <OwnErrors
        own={own}
        errors={view.issues.map((i) => ({ href: `#${i.field}`, text: i.message }))}
        at={{ part: definition.id, item }}
      />
      {children}
      {closed ? (
        form
      ) : (
        <Autosave left={secondsLeft(own.session, own.at)} draft={draft}>
          {form}
        </Autosave>
      )}
    </>
  )
}
