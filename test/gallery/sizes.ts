/** A screen that is hung at doors, in CSS px. */
export interface Size {
  readonly width: number
  readonly height: number
}

const landscape: readonly Size[] = [
  { width: 800, height: 480 },
  { width: 1024, height: 600 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
  { width: 1920, height: 1200 },
]

const turned = ({ width, height }: Size): Size => ({ width: height, height: width })

export const sizes: readonly Size[] = [...landscape, ...landscape.map(turned)]

export const nameOf = ({ width, height }: Size): string => `${width}x${height}`
