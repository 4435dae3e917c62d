import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { ApplicantPage } from '#applicant/applicant-page.tsx'
import { JourneyRail } from '#applicant/collection/_views/journey-rail.tsx'
import { Actions } from '#components/form/actions'
import { Button, ButtonLink } from '#components/form/button'
import { Form } from '#components/form/form'
import { Docket } from '#components/layout/docket'
import { CropStage } from '#components/pictures/crop-stage'
import { FrameForm } from '#components/pictures/frame-form'
import { PhotoCrop } from '#components/pictures/photo-crop'
import { writeFrame } from '#lib/collection/frame'
import { withQuery } from '#lib/paths'
import { workingSize } from '#lib/uploads/outcome'
import { cropAction } from '../actions.ts'
import { pathOf } from '../rooms.ts'
import { slotView } from '../slot-view.ts'
import { type CropQuery, frameOf } from './frame-of.ts'
import '#applicant/applicant.css'

interface Props {
  params: Promise<{ slot: string }>
  searchParams: Promise<CropQuery>
}

export const metadata: Metadata = { title: '调整裁切框' }

/** The frame of a portrait, moved by hand (D7). Nothing is stored before the last button. */
export default async function CropPage({ params, searchParams }: Props) {
  const { slot } = await params
  const view = await slotView('', '', slot, undefined)
  const kept = view?.place.limit.exact
  if (!view || !kept) notFound()
  const { own, place, picture, state } = view
  const path = pathOf(place)
  if (!own.workspace || !picture?.workable || state !== 'open') redirect(path)
  const size = workingSize(picture.outcome)
  const frame = frameOf(await searchParams, picture.outcome.crop, size, kept)
  return (
    <ApplicantPage
      own={own}
      back={{ href: path, text: `返回${place.field.label}` }}
      rail={<JourneyRail workspace={own.workspace} current={place.part} />}
    >
      <Docket left={`${place.field.label} · 裁切`} />
      <h1>调整裁切框</h1>
      <p className="lead">头顶留少量空白，下巴和双肩完整，脸在正中。</p>
      <PhotoCrop picture={size} kept={kept}>
        <section id="frame">
          <CropStage
            src={withQuery(`${path}/preview`, { whole: '1', of: picture.documentId })}
            picture={size}
            kept={kept}
            frame={frame}
          />
          <p className="hint" hidden data-keys="">
            可以直接拖动框或框角，也可以用键盘：方向键移动，加号、减号缩放，按住 Shift 走大步。
          </p>
          <p className="vh" role="status" data-where="" />
        </section>
        <FrameForm slot={slot} action={`${path}/crop#frame`} frame={frame} />
        <Form
          name={`crop-${slot}`}
          action={cropAction.bind(null, '', '', slot)}
          hidden={writeFrame(frame)}
          label="保存裁切"
        >
          <Actions>
            <Button>按这个框裁切</Button>
            <ButtonLink href={path} tone="plain">
              不改了
            </ButtonLink>
          </Actions>
        </Form>
      </PhotoCrop>
    </ApplicantPage>
  )
}
