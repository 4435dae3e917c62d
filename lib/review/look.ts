import { among } from './filter.ts'

/** How large a picture is shown: fitted, its own pixels, or a multiple of the viewer's width. */
export const ZOOMS = ['fit', 'full', '150', '200', '300'] as const
export type Zoom = (typeof ZOOMS)[number]
/** By how many degrees it is turned clockwise; the stored bytes stay as they are. */
export const TURNS = ['0', '90', '180', '270'] as const
export type Turn = (typeof TURNS)[number]

/** Which picture the viewer shows, and how. */
export interface Look {
  /** Row key of the picture. */
  readonly att: string
  readonly zoom: Zoom
  readonly turn: Turn
}

/** Reads a look; what is not one of ours is fitted and upright. */
export const readLook = (att: string, zoom: string | undefined, turn: string | undefined): Look => ({
  att,
  zoom: among(ZOOMS, zoom) ?? 'fit',
  turn: among(TURNS, turn) ?? '0',
})

/** A look as parameters of the page's address; the default is left out. */
export const lookQuery = ({ att, zoom, turn }: Look): Record<string, string | undefined> => ({
  att,
  zoom: zoom === 'fit' ? undefined : zoom,
  turn: turn === '0' ? undefined : turn,
})

/** A look as the value of a button of the decision form. */
export const packLook = ({ att, zoom, turn }: Look): string => `${att}|${zoom}|${turn}`

/** The parameters that such a value stands for. */
export function lookParams(packed: string): Record<string, string | undefined> {
  const [att = '', zoom, turn] = packed.split('|')
  return lookQuery(readLook(att, zoom, turn))
}

/** The next quarter turn. */
export const turned = (turn: Turn): Turn => TURNS[(TURNS.indexOf(turn) + 1) % TURNS.length] ?? '0'

/** One step nearer. */
export function nearer(zoom: Zoom): Zoom {
  const steps = ['150', '200', '300'] as const
  const at = steps.indexOf(zoom as (typeof steps)[number])
  return steps[Math.min(at + 1, steps.length - 1)] ?? '150'
}
