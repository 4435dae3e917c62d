import type { Measured, Size } from '#lib/collection/frame'
import { bytesText } from '#lib/collection/kinds/picture'
import { readSize } from '../size.ts'
import { type Sending, type Sent, send } from './send.ts'
import { prepare, type Ready } from './shrink.ts'

const factsText = ({ width, height, bytes }: Measured) => `${width}×${height}，${bytesText(bytes)}`

const FAILED = {
  cut: '网络断了，照片没有传完。请检查网络后重试。',
  cancelled: '已取消，照片没有上传。',
  answer: '服务器没有收下这张照片。请稍后重试。',
} as const

/** Loads a file as a picture; nothing when this browser cannot. */
function load(file: File): Promise<HTMLImageElement | undefined> {
  return new Promise((resolve) => {
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = () => resolve(undefined)
    image.src = URL.createObjectURL(file)
  })
}

/**
 * Around the upload form: shows the chosen picture, shrinks it where the line would be slow, sends it with
 * its progress, can be cancelled and tried again. The form inside does the same without any of this.
 */
export class PictureUpload extends HTMLElement {
  private ready: Promise<Ready> | undefined
  /** Of a file beyond the limit: sent in its place only when the button says so. */
  private smaller: Ready | undefined
  private sending: Sending | undefined

  connectedCallback(): void {
    const form = this.querySelector('form')
    const input = this.querySelector<HTMLInputElement>('input[type="file"]')
    if (!form || !input) return
    input.addEventListener('change', () => this.choose(input.files?.[0]))
    // A picture that the browser has kept through Back or Reload is shown again.
    if (input.files?.[0]) this.choose(input.files[0])
    form.addEventListener('submit', (event) => {
      // Without a file the server says so, with its page.
      if (!this.ready) return
      event.preventDefault()
      if (!this.sending) this.send(form)
    })
    this.piece('cancel')?.addEventListener('click', () => this.sending?.cancel())
    this.piece('retry')?.addEventListener('click', () => this.send(form))
    this.piece('shrink')?.addEventListener('click', () => {
      if (this.smaller) this.ready = Promise.resolve(this.smaller)
      this.send(form)
    })
    // Back from the result: the form is as it was before it was sent.
    addEventListener('pageshow', (event) => {
      if (event.persisted) this.show('way', false)
    })
  }

  private piece(name: string): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-${name}]`)
  }

  private show(name: string, shown: boolean): void {
    const part = this.piece(name)
    if (part) part.hidden = !shown
  }

  private say(name: string, text: string): void {
    const part = this.piece(name)
    if (part) part.textContent = text
  }

  private choose(file: File | undefined): void {
    this.sending?.cancel()
    this.show('way', false)
    this.show('look', false)
    this.ready = file && this.prepare(file)
  }

  private async prepare(file: File): Promise<Ready> {
    const image = await load(file)
    // What this browser cannot read goes as it is: the server knows the words for it.
    if (!image) return { blob: file, facts: undefined, from: undefined }
    const least = readSize(this.dataset.least)
    const ready = await prepare(file, image, Number(this.dataset.side), least)
    const beyond = file.size > Number(this.dataset.most)
    this.smaller = beyond && ready.from ? ready : undefined
    const shown = this.querySelector<HTMLImageElement>('[data-chosen]')
    if (shown) {
      URL.revokeObjectURL(shown.src)
      shown.src = image.src
    }
    this.say('facts', this.factsOf(ready, least))
    this.show('shrink', this.smaller !== undefined)
    this.show('look', true)
    // The limit holds with and without scripts (D8): the server refuses it, unless the person has it shrunk.
    return this.smaller ? { blob: file, facts: ready.from, from: undefined } : ready
  }

  private factsOf({ facts, from }: Ready, least: Size): string {
    if (!facts) return ''
    if (from && this.smaller)
      return `${factsText(from)}。超过 ${Number(this.dataset.most) / 1_000_000} MB，不能直接上传。`
    if (from) return `${factsText(from)}。为了传得快，先缩到 ${factsText(facts)}。`
    const small = facts.width < least.width || facts.height < least.height
    return small
      ? `${factsText(facts)}。像素不够，至少要 ${least.width}×${least.height}，请换原图。`
      : `${factsText(facts)}。`
  }

  private async send(form: HTMLFormElement): Promise<void> {
    const ready = await this.ready
    if (!ready || this.sending) return
    const body = new FormData()
    const { from } = ready
    if (from) body.append('device', `${from.width}x${from.height}x${from.bytes}`)
    body.append('file', ready.blob, from ? 'picture.jpg' : ((ready.blob as File).name ?? 'picture'))
    this.sending = send(form.action, body, (share) => this.progress(share))
    this.progress(0)
    this.working(true)
    const sent = await this.sending.done
    this.sending = undefined
    this.ended(sent)
  }

  private progress(share: number): void {
    const bar = this.querySelector('progress')
    if (bar) bar.value = share * 100
    this.say('says', share < 1 ? `正在上传 ${Math.round(share * 100)}%` : '已传完，正在检查照片 …')
  }

  private working(on: boolean): void {
    this.show('way', true)
    this.show('cancel', on)
    this.show('retry', !on)
    const bar = this.querySelector('progress')
    if (bar) bar.hidden = !on
    const main = this.querySelector('button[type="submit"]')
    if (on) main?.setAttribute('aria-busy', 'true')
    else main?.removeAttribute('aria-busy')
  }

  private ended(sent: Sent): void {
    if ('location' in sent) {
      location.assign(sent.location)
      return
    }
    this.working(false)
    this.say('says', FAILED[sent.failed])
    this.piece('retry')?.focus()
  }
}
