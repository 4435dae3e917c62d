/** How an upload ended. */
export type Sent =
  /** The page that tells what became of it. */
  { readonly location: string } | { readonly failed: 'cut' | 'cancelled' | 'answer' }

export interface Sending {
  readonly done: Promise<Sent>
  readonly cancel: () => void
}

function locationIn(text: string): string | undefined {
  try {
    const { location } = JSON.parse(text) as { location?: unknown }
    return typeof location === 'string' && location.startsWith('/') ? location : undefined
  } catch {
    return undefined
  }
}

/**
 * Posts a form. `fetch` cannot tell how far a body is, so the older interface is used.
 * @param onShare told how much has been sent, 0 to 1
 */
export function send(address: string, body: FormData, onShare: (share: number) => void): Sending {
  const request = new XMLHttpRequest()
  const done = new Promise<Sent>((resolve) => {
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onShare(event.loaded / event.total)
    }
    request.onerror = () => resolve({ failed: 'cut' })
    request.onabort = () => resolve({ failed: 'cancelled' })
    request.onload = () => {
      const location = request.status === 200 ? locationIn(request.responseText) : undefined
      resolve(location ? { location } : { failed: 'answer' })
    }
  })
  request.open('POST', address)
  request.setRequestHeader('Accept', 'application/json')
  request.send(body)
  return { done, cancel: () => request.abort() }
}
