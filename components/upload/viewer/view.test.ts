import { describe, expect, it } from 'vitest'
import { fitted, moved, placeUnder, transformOf, turned, zoomed } from './view.ts'

const stage = { width: 800, height: 600 }
const picture = { width: 300, height: 400 }

describe('a picture on the stage', () => {
  it('fits, whichever way it is turned', () => {
    expect(fitted(stage, picture, 0)).toEqual({ scale: 1.5, x: 400, y: 300, turn: 0 })
    expect(fitted(stage, picture, 1)).toEqual({ scale: 2, x: 400, y: 300, turn: 1 })
  })

  it('grows about the pointer: what is under it stays under it', () => {
    const at = { x: 123, y: 456 }
    for (const turn of [0, 1, 2, 3]) {
      const view = moved(fitted(stage, picture, turn), 17, -9)
      const [x, y] = placeUnder(view, picture, at)
      const [u, v] = placeUnder(zoomed(view, 1.7, at), picture, at)
      expect([u, v]).toEqual([expect.closeTo(x), expect.closeTo(y)])
    }
  })

  it('has limits', () => {
    const view = fitted(stage, picture, 0)
    expect(zoomed(view, 1e9, { x: 0, y: 0 }).scale).toBe(12)
    expect(zoomed(view, 1e-9, { x: 0, y: 0 }).scale).toBe(0.05)
  })

  it('is found under the pointer as SVG draws it', () => {
    for (const turn of [0, 1, 2, 3]) {
      const view = zoomed(fitted(stage, picture, turn), 1.3, { x: 10, y: 20 })
      const [, x, y, angle, scale, left, top] =
        /translate\((\S+) (\S+)\) rotate\((\S+)\) scale\((\S+)\) translate\((\S+) (\S+)\)/
          .exec(transformOf(view, picture))
          ?.map(Number) ?? []
      const [px, py] = [0.3 * picture.width + (left ?? 0), 0.8 * picture.height + (top ?? 0)]
      const [cos, sin] = [Math.cos(((angle ?? 0) * Math.PI) / 180), Math.sin(((angle ?? 0) * Math.PI) / 180)]
      const at = {
        x: (x ?? 0) + (scale ?? 0) * (px * cos - py * sin),
        y: (y ?? 0) + (scale ?? 0) * (px * sin + py * cos),
      }
      expect(placeUnder(view, picture, at)).toEqual([expect.closeTo(0.3), expect.closeTo(0.8)])
    }
  })

  it('comes round after four turns', () => {
    let view = fitted(stage, picture, 0)
    for (let time = 0; time < 4; time++) view = turned(stage, picture, view)
    expect(view).toEqual(fitted(stage, picture, 0))
  })
})
