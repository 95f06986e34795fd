import type { Tensor64 } from './operation.ts'
import { axis, tensor64 } from './tensor64.ts'
import { placeOf, type Windows } from './windows.ts'

/** The flat places on one map that a window covers, in row-major order; places in the padding are left out. */
function* placesOf(i: number, j: number, windows: Windows): Generator<number> {
  for (let a = 0; a < windows.kernel[0]; a++) {
    const row = placeOf(i, a, windows)
    if (row < 0 || row >= windows.height) continue
    for (let b = 0; b < windows.kernel[1]; b++) {
      const column = placeOf(j, b, windows)
      if (column >= 0 && column < windows.width) yield row * windows.width + column
    }
  }
}

/** Calls `visitor(window, places)` with flat places into [C, H, W] for every window of every channel. */
function visit(channels: number, windows: Windows, visitor: (window: number, places: number[]) => void): void {
  const { outHeight, outWidth, height, width } = windows
  for (let i = 0; i < outHeight; i++) {
    for (let j = 0; j < outWidth; j++) {
      const places = [...placesOf(i, j, windows)]
      for (let channel = 0; channel < channels; channel++) {
        const offset = channel * height * width
        visitor(
          (channel * outHeight + i) * outWidth + j,
          places.map((place) => offset + place),
        )
      }
    }
  }
}

/** The flat place in x of the first largest entry of every window. */
export function largestPlaces64(x: Tensor64, windows: Windows): Int32Array {
  const channels = axis(x.shape, 0)
  const chosen = new Int32Array(channels * windows.outHeight * windows.outWidth)
  visit(channels, windows, (window, places) => {
    chosen[window] = places.reduce((best, place) => ((x.data[place] ?? 0) > (x.data[best] ?? 0) ? place : best))
  })
  return chosen
}

export function maxPool64(x: Tensor64, windows: Windows): Tensor64 {
  const y = tensor64([axis(x.shape, 0), windows.outHeight, windows.outWidth])
  for (const [window, place] of largestPlaces64(x, windows).entries()) y.data[window] = x.data[place] ?? 0
  return y
}

export function maxPoolGradient64(x: Tensor64, gy: Tensor64, windows: Windows): Tensor64 {
  const gx = tensor64(x.shape)
  for (const [window, place] of largestPlaces64(x, windows).entries()) {
    gx.data[place] = (gx.data[place] ?? 0) + (gy.data[window] ?? 0)
  }
  return gx
}

/** Number of cells each window is divided by: all it covers of the padded map, or only those on the map. */
export function divisors(windows: Windows, countPadding: boolean): Float64Array {
  const { kernel, padding, outHeight, outWidth } = windows
  const spread = countPadding ? padding : 0
  const along = (o: number, k: number, n: number) => {
    let cells = 0
    for (let a = 0; a < k; a++) {
      const place = placeOf(o, a, windows)
      if (place >= -spread && place < n + spread) cells++
    }
    return cells
  }
  return Float64Array.from({ length: outHeight * outWidth }, (_, o) => {
    const tall = along(Math.floor(o / outWidth), kernel[0], windows.height)
    return tall * along(o % outWidth, kernel[1], windows.width)
  })
}

export function averagePool64(x: Tensor64, windows: Windows, countPadding: boolean): Tensor64 {
  const y = tensor64([axis(x.shape, 0), windows.outHeight, windows.outWidth])
  const cells = divisors(windows, countPadding)
  visit(axis(x.shape, 0), windows, (window, places) => {
    y.data[window] = places.reduce((sum, place) => sum + (x.data[place] ?? 0), 0) / (cells[window % cells.length] ?? 1)
  })
  return y
}

export function averagePoolGradient64(gy: Tensor64, windows: Windows, countPadding: boolean): Tensor64 {
  const gx = tensor64([axis(gy.shape, 0), windows.height, windows.width])
  const cells = divisors(windows, countPadding)
  visit(axis(gy.shape, 0), windows, (window, places) => {
    const share = (gy.data[window] ?? 0) / (cells[window % cells.length] ?? 1)
    for (const place of places) gx.data[place] = (gx.data[place] ?? 0) + share
  })
  return gx
}
