import { Actions } from '../form/actions.tsx'
import { Button } from '../form/button.tsx'
import { Form } from '../form/form.tsx'

interface RotateFormProps {
  slot: string
  action: (form: FormData) => Promise<void>
}

/** A quarter turn either way, for pictures whose file does not say how the camera was held. */
export function RotateForm({ slot, action }: RotateFormProps) {
  return (
    <Form name={`rotate-${slot}`} action={action} label="旋转照片">
      <Actions>
        <Button tone="second" small intent={{ name: 'turn', value: '90' }}>
          向右转 90°
        </Button>
        <Button tone="second" small intent={{ name: 'turn', value: '270' }}>
          向左转 90°
        </Button>
      </Actions>
    </Form>
  )
}
