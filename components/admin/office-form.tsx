import type { ReactNode } from 'react'
import { Button } from '../form/button.tsx'
import { Form } from '../form/form.tsx'
import { type Typed, TypedField } from './typed-field.tsx'

interface OfficeFormProps {
  name: string
  action: (form: FormData) => Promise<void>
  typed: Typed
  /** Only review offices have a fast lane. */
  lane: boolean
  button: string
  /** What stands before the shared fields. */
  children?: ReactNode
}

/** What the directory says of an office. */
export function OfficeForm({ name, action, typed, lane, button, children }: OfficeFormProps) {
  return (
    <Form name={name} action={action} className="sheetform two">
      {children}
      <TypedField name="name" label="名称" typed={typed} />
      <TypedField name="phone" label="电话（带区号）" typed={typed} />
      <TypedField name="address" label="地址" typed={typed} />
      <TypedField name="hours" label="办公时间" typed={typed} />
      {lane ? (
        <label className="choice full">
          <input
            type="checkbox"
            name="fastLane"
            value="yes"
            defaultChecked={typed.values.fastLane === 'yes'}
          />
          <span className="t">
            允许快速审核
            <span className="d">
              机器核对全部通过的申请，审核员可以看过图片后一次通过多件；随机留出十分之一逐件审核。
            </span>
          </span>
        </label>
      ) : null}
      <div className="acts">
        <Button>{button}</Button>
      </div>
    </Form>
  )
}
