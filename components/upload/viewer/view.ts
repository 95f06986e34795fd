import type { Point } from './shown-page.ts'

export interface Size {
  width: number
  height: number
}

/** How a picture lies on the stage: its scale, where its middle is, and by how many quarters it is turned. */
export interface View {
  scale: number
  x: number
  y: number
  turn: number
}

const smallest = 0.05
const largest = 12

/** The whole picture in the middle of the stage. */
export function fitted(stage: Size, picture: Size, turn: number): View {
  const [width, height] = turn % 2 === 0 ? [picture.width, picture.height] : [picture.height, picture.width]
  const scale = Math.min(stage.width / width, stage.height / height)
  return { scale, x: stage.width / 2, y: stage.height / 2, turn }
}

/** Larger or smaller by a factor, while the point `at` of the stage stays where it is. */
export function zoomed(view: View, factor: number, at: { x: number; y: number }): View {
  const scale = Math.min(largest, Math.max(smallest, view.scale * factor))
  const by = scale / view.scale
  return { ...view, scale, x: at.x + (view.x - at.x) * by, y: at.y + (view.y - at.y) * by }
}

export const moved = (view: View, x: number, y: number): View => ({ ...view, x: view.x + x, y: view.y + y })

/** A quarter to the right, about the middle of the stage. */
export const turned = (stage: Size, picture: Size, view: View): View => fitted(stage, picture, (view.turn + 1) % 4)

/** As SVG says it, for a picture whose left upper corner is at 0, 0. */
export function transformOf({ scale, x, y, turn }: View, { width, height }: Size): string {
  return `translate(${x} ${y}) rotate(${90 * turn}) scale(${scale}) translate(${-width / 2} ${-height / 2})`
}

/** Which place of the picture lies under a point of the stage. */
export function placeUnder({ scale, x, y, turn }: View, { width, height }: Size, at: { x: number; y: number }): Point {
  const [dx, dy] = [(at.x - x) / scale, (at.y - y) / scale]
  const back: Record<number, [number, number]> = { 0: [dx, dy], 1: [dy, -dx], 2: [-dx, -dy], 3: [-dy, dx] }
  const [px, py] = back[turn] ?? [dx, dy]
  return [px / width + 0.5, py / height + 0.5]
}
