/** What is sent as it is; anything larger or of another kind is drawn anew first, where the browser can. */
const asItIs = new Set(['image/jpeg', 'image/png', 'image/webp', 'application/pdf'])
const large = 3_000_000
/** The longer side of what is drawn anew, in pixels. */
const side = 3_000

/** A photograph as a JPEG that any reader takes; null where this browser cannot read it itself. */
export async function drawnAnew(file: Blob): Promise<Blob | null> {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, side / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(picture.width * scale))
    canvas.height = Math.max(1, Math.round(picture.height * scale))
    const context = canvas.getContext('2d')
    if (!context) return null
    context.fillStyle = '#ffffff'
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.88))
  } catch {
    return null
  }
}

/** The file as it is sent: an iPhone's HEIC becomes JPEG, twelve megapixels become what can be read and no more. */
export async function readyToSend(file: Blob): Promise<Blob> {
  if (asItIs.has(file.type) && (file.size <= large || file.type === 'application/pdf')) return file
  const drawn = await drawnAnew(file)
  return drawn && (drawn.size < file.size || !asItIs.has(file.type)) ? drawn : file
}
