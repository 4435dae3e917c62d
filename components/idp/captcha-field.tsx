import { Control } from './control.tsx'

interface CaptchaFieldProps {
  /** Name under which the question is drawn and answered. */
  id: string
  /** The question in words. */
  words: string
  asText: boolean
  /** This page with another question, drawn and in words. */
  again: { picture: string; text: string }
  error?: string
}

/** A sum to do: as a picture, or in words for whoever cannot see it. */
export function CaptchaField({ id, words, asText, again, error }: CaptchaFieldProps) {
  return (
    <>
      <input type="hidden" name="captchaId" value={id} />
      {!asText && <img src={`/idp/captcha/${id}`} width={160} height={56} className="sub" alt="图形算式" />}
      <Control
        name="captcha"
        label={asText ? words : '图中算式等于几'}
        hint="填数字"
        autoComplete="off"
        digits
        error={error}
      />
      <p className="row-links">
        <a href={asText ? again.text : again.picture}>换一题</a>
        {asText ? <a href={again.picture}>换图形题</a> : <a href={again.text}>看不清，换文字题</a>}
      </p>
    </>
  )
}
