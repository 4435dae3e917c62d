import { Actions } from '#components/form/actions'
import { Button, ButtonLink } from '#components/form/button'
import { Form } from '#components/form/form'
import { BeforeAfter } from '#components/pictures/before-after'
import { Checks } from '#components/pictures/checks'
import { CropForm } from '#components/pictures/crop-form'
import { Figures } from '#components/pictures/figures'
import { RotateForm } from '#components/pictures/rotate-form'
import { isListName } from '#lib/collection/steps/index'
import { paths, slotPath, withQuery } from '#lib/paths'
import { workingSize } from '#lib/uploads/outcome'
import { cropAction, removeAction, rotateAction } from './actions.ts'
import { pathOf } from './rooms.ts'
import type { SlotPicture, SlotView } from './slot-view.ts'
import { adviceCount } from './words.tsx'

interface CurrentPictureProps {
  view: SlotView
  picture: SlotPicture
  /** The page answers an upload: the result bears its mark. */
  marked: boolean
}

/** Where the page leads on: the next picture that is missing here, or back to the step or list. */
function onward({ place: { part, item }, next }: SlotView): { href: string; text: string } {
  if (next) return { href: slotPath(part, next.slot, item), text: `继续上传${next.label}` }
  return { href: isListName(part) ? paths.list(part) : paths.part(part), text: '继续' }
}

/** The stored picture with its figures, what can still be done to it, and the way on. */
export function CurrentPicture({ view, picture, marked }: CurrentPictureProps) {
  const { place, state } = view
  const { slot, field, limit, part, item } = place
  const { outcome, documentId, workable } = picture
  const path = pathOf(place)
  // The number makes browsers fetch anew what has another picture behind the same address.
  const preview = (crop?: string) => withQuery(`${path}/preview`, { crop, of: documentId })
  const size = workingSize(outcome)
  // The working copy of a very long picture is too narrow to be cut again.
  const tools = state === 'open' && workable && size.width >= limit.minWidth && size.height >= limit.minHeight
  const usual = typeof outcome.crop === 'object' ? undefined : (outcome.crop ?? 'centre')
  const bound = [isListName(part) ? part : '', item ?? '', slot] as const
  const { href, text } = onward(view)
  return (
    <>
      <div {...(marked ? { 'data-upload-result': outcome.verdict } : {})}>
        <BeforeAfter
          outcome={outcome}
          label={field.label}
          storedHref={paths.document(documentId)}
          previewHref={workable ? preview() : undefined}
        />
        <Figures outcome={outcome} limit={limit} />
      </div>
      {tools && limit.exact && (
        <section className="sec">
          <h2>选择裁切位置</h2>
          <CropForm
            slot={slot}
            action={cropAction.bind(null, ...bound)}
            chosen={usual}
            whole={!outcome.changes.includes('cropped')}
            wide={size.width * limit.exact.height > size.height * limit.exact.width}
            size={limit.exact}
            previewHref={preview}
            cropHref={`${path}/crop`}
          />
        </section>
      )}
      {tools && (
        <section className="sec">
          <h2>照片是歪的？</h2>
          <RotateForm slot={slot} action={rotateAction.bind(null, ...bound)} />
        </section>
      )}
      <section className="sec">
        <h2>检查结果</h2>
        <Checks outcome={outcome} limit={limit} />
      </section>
      <Actions>
        <ButtonLink href={href}>{adviceCount(outcome) > 0 ? '仍要使用这张' : text}</ButtonLink>
        {state === 'open' && (
          <ButtonLink href="#upload" tone="second">
            换一张
          </ButtonLink>
        )}
        {state === 'open' && (
          <Form
            name={`remove-${slot}`}
            action={removeAction.bind(null, ...bound)}
            label={`删除${field.label}`}
          >
            <Button tone="plain" full>
              删除
            </Button>
          </Form>
        )}
      </Actions>
    </>
  )
}
