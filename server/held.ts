/** A form that could not be handed to its action because it comes from before a release. */
export interface HeldRequest {
  readonly cookie: string
  /** Path of the page that the form stands on, without its query. */
  readonly path: string
  readonly body: Buffer
  readonly contentType: string
}

/** Set by the application: keeps the values and gives the id of the held form, or null (house 4.9). */
export type HoldForm = (request: HeldRequest) => Promise<string | null>

declare global {
  // The application's bundle and this server share the process, not their modules.
  var __holdForm: HoldForm | undefined
}

/**
 * Keeps what was typed into a form from before a release.
 * @returns where to send the browser, or null when nothing could be kept
 */
export async function heldLocation(request: HeldRequest): Promise<string | null> {
  try {
    const id = await globalThis.__holdForm?.(request)
    return id ? `${request.path}?held=${encodeURIComponent(id)}` : null
  } catch (error) {
    console.error('A form from before a release could not be kept:', error)
    return null
  }
}
