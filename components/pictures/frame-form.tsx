import { type Frame, type Move, writeFrame } from '#lib/collection/frame'
import { Button } from '../form/button.tsx'
import { Form } from '../form/form.tsx'

const STEPS: readonly { move: Move; says: string }[] = [
  { move: 'left', says: '向左' },
  { move: 'right', says: '向右' },
  { move: 'up', says: '向上' },
  { move: 'down', says: '向下' },
  { move: 'closer', says: '框缩小' },
  { move: 'wider', says: '框放大' },
]

/** Steps of the frame: each press shows the page anew, nothing is stored. The script moves it in place. */
export function FrameForm({ slot, action, frame }: { slot: string; action: string; frame: Frame }) {
  return (
    <Form name={`frame-${slot}`} action={action} method="get" hidden={writeFrame(frame)} label="移动裁切框">
      <div className="nudges">
        {STEPS.map(({ move, says }) => (
          <Button key={move} tone="second" small intent={{ name: 'move', value: move }}>
            {says}
          </Button>
        ))}
      </div>
    </Form>
  )
}
