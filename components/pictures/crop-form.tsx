import type { Size, Usual } from '#lib/collection/frame'
import { Actions } from '../form/actions.tsx'
import { Button, ButtonLink } from '../form/button.tsx'
import { Form } from '../form/form.tsx'

const CROPS: readonly { value: Usual; tall: string; wide: string }[] = [
  { value: 'top', tall: '偏上', wide: '偏左' },
  { value: 'centre', tall: '居中', wide: '居中' },
  { value: 'bottom', tall: '偏下', wide: '偏右' },
]

interface CropFormProps {
  slot: string
  action: (form: FormData) => Promise<void>
  /** Nothing when a frame of the applicant's own was kept. */
  chosen: Usual | undefined
  /** The upload has the right proportions already: all three are the same. */
  whole: boolean
  /** Wider than the result: the frames lie beside each other. */
  wide: boolean
  /** Pixels of the result. */
  size: Size
  previewHref: (crop: Usual) => string
  /** The page on which the frame is moved by hand. */
  cropHref: string
}

/** Three frames of a portrait as pictures to choose from. */
export function CropForm({ slot, action, chosen, whole, wide, size, previewHref, cropHref }: CropFormProps) {
  const hint = whole
    ? '原图的比例正好，没有裁切，三种是一样的。'
    : chosen
      ? '头顶留少量空白，下巴和双肩完整。'
      : '现在用的是您自己调整的裁切框。'
  return (
    <Form name={`crop-${slot}`} action={action} label="裁切位置">
      <fieldset id="crop" aria-describedby="crop-hint">
        <legend className="vh">裁切位置</legend>
        <p className="hint" id="crop-hint">
          {hint}
        </p>
        <div className="choices crops">
          {CROPS.map(({ value, ...labels }) => (
            <label className="crop" key={value}>
              <img src={previewHref(value)} width={size.width} height={size.height} alt="" />
              <span className="c">
                <input type="radio" name="crop" value={value} defaultChecked={value === chosen} />
                <span>{wide ? labels.wide : labels.tall}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <Actions>
        <Button tone="second">保存裁切位置</Button>
        <ButtonLink href={cropHref} tone="plain">
          自己调整裁切框
        </ButtonLink>
      </Actions>
    </Form>
  )
}
