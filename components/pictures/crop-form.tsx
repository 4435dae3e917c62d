import { Actions } from '../form/actions.tsx'
import { Button } from '../form/button.tsx'
import { Form } from '../form/form.tsx'

export type Crop = 'top' | 'centre' | 'bottom'

const CROPS: readonly { value: Crop; label: string }[] = [
  { value: 'top', label: '偏上' },
  { value: 'centre', label: '居中' },
  { value: 'bottom', label: '偏下' },
]

interface CropFormProps {
  slot: string
  action: (form: FormData) => Promise<void>
  chosen: Crop
  /** The upload has the right proportions already: all three are the same. */
  whole: boolean
  /** Pixels of the result. */
  size: { readonly width: number; readonly height: number }
  previewHref: (crop: Crop) => string
}

/** Three frames of a portrait as pictures to choose from. */
export function CropForm({ slot, action, chosen, whole, size, previewHref }: CropFormProps) {
  const hint = whole ? '原图的比例正好，没有裁切，三种是一样的。' : '头顶留少量空白，下巴和双肩完整。'
  return (
    <Form name={`crop-${slot}`} action={action} label="裁切位置">
      <fieldset id="crop" aria-describedby="crop-hint">
        <legend className="vh">裁切位置</legend>
        <p className="hint" id="crop-hint">
          {hint}
        </p>
        <div className="choices crops">
          {CROPS.map(({ value, label }) => (
            <label className="crop" key={value}>
              <img src={previewHref(value)} width={size.width} height={size.height} alt="" />
              <span className="c">
                <input type="radio" name="crop" value={value} defaultChecked={value === chosen} />
                <span>{label}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <Actions>
        <Button tone="second">保存裁切位置</Button>
      </Actions>
    </Form>
  )
}
