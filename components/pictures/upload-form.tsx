import { bytesText } from '#lib/collection/kinds/picture'
import { type PictureLimit, UPLOAD } from '#lib/collection/limits'
import { FieldError } from '../fields/notes.tsx'
import { Actions } from '../form/actions.tsx'
import { Button } from '../form/button.tsx'
import { Form } from '../form/form.tsx'
import { Source } from '../layout/source.tsx'
import { Look, PictureUpload, Way } from './picture-upload.tsx'

interface UploadFormProps {
  slot: string
  /** A route: files never go through a server action. */
  action: string
  label: string
  limit: PictureLimit
  /** Something is there already. */
  replaces: boolean
  error?: string | undefined
}

const kept = (limit: PictureLimit): string =>
  limit.exact
    ? `系统会自动转正、裁切，保存为 ${limit.exact.width}×${limit.exact.height} 像素。`
    : `系统会自动转正，压到 ${bytesText(limit.maxBytes)} 以内。`

/** One file, sent by itself. Without `capture`, so that a photo taken earlier can be chosen too. */
export function UploadForm({ slot, action, label, limit, replaces, error }: UploadFormProps) {
  return (
    <PictureUpload limit={limit}>
      <Form name={`upload-${slot}`} action={action} multipart label={`上传${label}`}>
        <div className={error ? 'field has-error' : 'field'}>
          <label className="label" htmlFor="file">
            选择照片
          </label>
          <p className="hint" id="file-hint">
            宽不少于 {limit.minWidth} 像素，高不少于 {limit.minHeight} 像素；JPG 或 PNG，
            {UPLOAD.maxBytes / 1_000_000} MB 以内，手机原图就可以。{kept(limit)}{' '}
            <Source text={limit.source} />
          </p>
          <FieldError name="file" {...(error ? { message: error } : {})} />
          <input
            className="in"
            type="file"
            id="file"
            name="file"
            accept="image/jpeg,image/png"
            aria-describedby={error ? 'file-hint file-error' : 'file-hint'}
            aria-invalid={error ? true : undefined}
          />
          <Look />
        </div>
        <Way />
        <Actions>
          <Button tone={replaces ? 'second' : 'primary'}>{replaces ? '上传并替换' : '上传'}</Button>
        </Actions>
      </Form>
    </PictureUpload>
  )
}
