import { type Frame, type Move, moved, readFrame, writeFrame } from '#lib/collection/frame'
import { readSize } from '../size.ts'
import { followPointer } from './drag.ts'
import { addHandles, draw, type Place } from './drawing.ts'

const KEYS: Readonly<Record<string, Move>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  '+': 'closer',
  '=': 'closer',
  '-': 'wider',
  _: 'wider',
}
/** Of one step of the buttons. */
const FINE = 0.2
/** A screen reader hears where the frame is once it rests. */
const REST_MS = 600

/** The frame moved by hand: pointer, keys and the page's own buttons; the forms carry it as without a script. */
class PhotoCrop extends HTMLElement {
  #frame: Frame = { x: 0, y: 0, width: 1 }
  #rest: ReturnType<typeof setTimeout> | undefined

  connectedCallback(): void {
    const stage = this.querySelector<SVGGraphicsElement>('[data-stage]')
    const start = readFrame((name) => this.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value ?? '')
    if (!stage || !start) return
    const { picture, kept } = this.#place()
    this.#frame = start
    addHandles(stage, picture)
    stage.setAttribute('tabindex', '0')
    stage.setAttribute('role', 'application')
    stage.setAttribute('aria-label', '裁切框：方向键移动，加号、减号缩放')
    const keys = this.querySelector<HTMLElement>('[data-keys]')
    if (keys) keys.hidden = false
    draw(this.#place(), start)
    followPointer({ stage, picture, kept, frame: () => this.#frame, put: (frame) => this.#put(frame) })
    stage.addEventListener('keydown', (event) => this.#key(event))
    for (const button of this.querySelectorAll<HTMLButtonElement>('button[name="move"]')) {
      button.addEventListener('click', (event) => {
        event.preventDefault()
        this.#put(moved(this.#frame, button.value as Move, picture, kept))
      })
    }
  }

  #place(): Place {
    return { root: this, picture: readSize(this.dataset.picture), kept: readSize(this.dataset.kept) }
  }

  #key(event: KeyboardEvent): void {
    const move = KEYS[event.key]
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const { picture, kept } = this.#place()
    // Plus and the underscore need Shift on most keyboards: only the arrows take it for a large step.
    const fine = event.key.startsWith('Arrow') && !event.shiftKey
    this.#put(moved(this.#frame, move, picture, kept, fine ? FINE : 1))
  }

  #put(frame: Frame): void {
    this.#frame = frame
    draw(this.#place(), frame)
    for (const [name, value] of Object.entries(writeFrame(frame))) {
      for (const input of this.querySelectorAll<HTMLInputElement>(`[name="${name}"]`)) input.value = value
    }
    clearTimeout(this.#rest)
    this.#rest = setTimeout(() => this.#tell(), REST_MS)
  }

  #tell(): void {
    const status = this.querySelector('[data-where]')
    const percent = (share: number) => `${Math.round(share * 100)}%`
    const { x, y, width } = this.#frame
    if (status) status.textContent = `框宽 ${percent(width)}，离左边 ${percent(x)}，离上边 ${percent(y)}`
  }
}

customElements.define('photo-crop', PhotoCrop)
