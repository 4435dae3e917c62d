/** One step of the wheel or of a key, and how near and far one may go. */
const STEP = 1.25
const NEAREST = 8
const FARTHEST = 0.5
/** Pixels by which an arrow key moves the picture. */
const NUDGE = 40

/** What the tools above the picture do in place; without the script each loads the page. */
type Tool = 'fit' | 'full' | 'nearer' | 'turn'
const TOOLS: readonly string[] = ['fit', 'full', 'nearer', 'turn']

/**
 * The picture beside the data: wheel and + − zoom, drag and arrows move, R turns. What is typed in the
 * decision form stays untouched, because nothing is sent.
 */
export class PictureViewer extends HTMLElement {
  private zoom = 1
  private turn = 0
  private x = 0
  private y = 0
  private stage: HTMLElement | null = null
  private picture: HTMLElement | SVGElement | null = null

  connectedCallback(): void {
    this.stage = this.querySelector<HTMLElement>('[data-stage]')
    this.picture = this.stage?.querySelector<HTMLElement | SVGElement>('[data-picture]') ?? null
    const { stage } = this
    if (!stage || !this.picture) return
    stage.tabIndex = 0
    stage.setAttribute('role', 'group')
    stage.setAttribute('aria-label', '图片：加减号缩放，R 旋转，方向键移动，0 还原')
    this.addEventListener('click', (event) => this.onTool(event))
    stage.addEventListener('wheel', (event) => this.onWheel(event), { passive: false })
    stage.addEventListener('keydown', (event) => this.onKey(event))
    this.dragging(stage)
  }

  /** The box that the picture has of itself, measured when it is first moved: it may load late. */
  private begin(): void {
    const { stage, picture } = this
    if (!stage || !picture || stage.classList.contains('live')) return
    const box = stage.getBoundingClientRect()
    const shown = picture.getBoundingClientRect()
    stage.style.setProperty('height', `${Math.max(box.height, 320)}px`)
    picture.style.setProperty('--w', `${shown.width}px`)
    picture.style.setProperty('--h', `${shown.height}px`)
    stage.classList.add('live')
  }

  private draw(): void {
    this.begin()
    const style = this.picture?.style
    style?.setProperty('--zoom', String(this.zoom))
    style?.setProperty('--turn', `${this.turn}deg`)
    style?.setProperty('--x', `${this.x}px`)
    style?.setProperty('--y', `${this.y}px`)
  }

  private by(factor: number): void {
    this.zoom = Math.min(NEAREST, Math.max(FARTHEST, this.zoom * factor))
    this.draw()
  }

  private move(x: number, y: number): void {
    this.x += x
    this.y += y
    this.draw()
  }

  private run(tool: Tool): void {
    if (tool === 'turn') {
      this.turn = (this.turn + 90) % 360
      this.draw()
    } else if (tool === 'nearer') this.by(1.5)
    else {
      this.x = 0
      this.y = 0
      this.turn = tool === 'fit' ? 0 : this.turn
      this.zoom = 1
      this.draw()
      if (tool === 'full') this.by(this.ownWidth() / Number.parseFloat(this.shownWidth()))
    }
  }

  private shownWidth(): string {
    return this.picture?.style.getPropertyValue('--w') || '1'
  }

  private ownWidth(): number {
    const { picture } = this
    return picture instanceof HTMLImageElement
      ? picture.naturalWidth
      : Number(picture?.getAttribute('width')) || 1
  }

  private onTool(event: Event): void {
    const press = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-live]') : null
    const tool = press?.dataset.live ?? ''
    if (!press || !TOOLS.includes(tool)) return
    event.preventDefault()
    this.run(tool as Tool)
  }

  private onWheel(event: WheelEvent): void {
    // The page scrolls as ever until one has pointed at the picture or holds Ctrl, as maps do.
    if (!event.ctrlKey && document.activeElement !== this.stage) return
    event.preventDefault()
    this.by(event.deltaY < 0 ? STEP : 1 / STEP)
  }

  private onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const acts: Readonly<Record<string, () => void>> = {
      '+': () => this.by(STEP),
      '=': () => this.by(STEP),
      '-': () => this.by(1 / STEP),
      '0': () => this.run('fit'),
      r: () => this.run('turn'),
      ArrowLeft: () => this.move(NUDGE, 0),
      ArrowRight: () => this.move(-NUDGE, 0),
      ArrowUp: () => this.move(0, NUDGE),
      ArrowDown: () => this.move(0, -NUDGE),
    }
    const act = acts[event.key]
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }

  private dragging(stage: HTMLElement): void {
    let from: { x: number; y: number } | undefined
    stage.addEventListener('pointerdown', (event) => {
      if (event.button !== 0) return
      event.preventDefault()
      stage.focus({ preventScroll: true })
      stage.setPointerCapture(event.pointerId)
      from = { x: event.clientX, y: event.clientY }
    })
    stage.addEventListener('pointermove', (event) => {
      if (!from) return
      this.move(event.clientX - from.x, event.clientY - from.y)
      from = { x: event.clientX, y: event.clientY }
    })
    const end = () => {
      from = undefined
    }
    stage.addEventListener('pointerup', end)
    stage.addEventListener('pointercancel', end)
  }
}
