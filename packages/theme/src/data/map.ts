import type { Bounds, County, Position } from '@columns/content';
import { opensOn, PLACE_FORMS, readHours } from '@columns/content';
import { type CountyShape, GRID, readOutline } from '@columns/standard/boundaries';
import { getColumn, getKind } from './column.ts';
import { unitName } from './facts.ts';
import type { Place } from './guides.ts';

/*
 * The map as a drawing: an equirectangular projection true at its middle latitude, in units of the
 * drawing. Places stand on a grid of degrees, within the county's outline where there are data of it.
 */

export interface MapPoint {
  readonly place: Place;
  /** As the list counts. */
  readonly number: number;
  /** Where it is. */
  readonly x: number;
  readonly y: number;
  /** Where its mark is: aside, where others are in the way. */
  readonly markX: number;
  readonly markY: number;
  /** Its name beside the mark, where there is room for it. */
  readonly label?: { readonly text: string; readonly x: number; readonly anchor: 'start' | 'end' };
}

export interface MapLine {
  readonly at: number;
  readonly label: string;
}

export interface MapDrawing {
  readonly width: number;
  readonly height: number;
  readonly points: readonly MapPoint[];
  /** The county's outline as a path. */
  readonly outline?: string;
  readonly meridians: readonly MapLine[];
  readonly parallels: readonly MapLine[];
  readonly scale: { readonly length: number; readonly label: string };
}

const WIDTH = 360;
const LEAST_HEIGHT = 220;
const MOST_HEIGHT = 420;
/** Room at the edges, for marks and the labels of the grid. */
const EDGE = 24;
/** Above the map, for the scale and the arrow to the north: no mark and no name lies under them. */
const HEAD = 40;
export const MARK_RADIUS = 12;
/** The least a map shows, in degrees of latitude: about two kilometres. */
const LEAST_SPAN = 0.02;
const KILOMETRES_PER_DEGREE = 111.32;

/** The open places, by what they are for and then by name: the order of list and numbers. */
export function openPlaces(): Place[] {
  return getKind('place').sort(
    (a, b) =>
      PLACE_FORMS.indexOf(a.data.form) - PLACE_FORMS.indexOf(b.data.form) ||
      (a.data.title < b.data.title ? -1 : 1),
  );
}

/** The drawing of all places whose coordinates are known; none where there are none. */
export function drawMap(places: readonly Place[]): MapDrawing | undefined {
  const { positions, county } = getColumn();
  const known = places.flatMap((place, index) => {
    const at = positions[place.id]?.wgs84;
    return at ? [{ place, number: index + 1, at }] : [];
  });
  if (known.length === 0) return undefined;
  const shape = mayDraw(county) ? readOutline(county.name) : undefined;
  const bounds = around(
    known.map(({ at }) => at),
    shape ? boundsOf(shape) : county.map.bounds,
  );
  const middle = ((bounds.north + bounds.south) / 2) * (Math.PI / 180);
  const narrowing = Math.cos(middle);
  const spanX = (bounds.east - bounds.west) * narrowing;
  const spanY = bounds.north - bounds.south;
  const unit = Math.min((WIDTH - 2 * EDGE) / spanX, (MOST_HEIGHT - 2 * EDGE) / spanY);
  const room = Math.max(LEAST_HEIGHT, Math.round(spanY * unit + 2 * EDGE));
  const height = HEAD + room;
  const left = (WIDTH - spanX * unit) / 2;
  const top = HEAD + (room - spanY * unit) / 2;
  const xOf = (longitude: number) => tenth(left + (longitude - bounds.west) * narrowing * unit);
  const yOf = (latitude: number) => tenth(top + (bounds.north - latitude) * unit);
  const step = gridStep(Math.max(bounds.east - bounds.west, spanY));
  return {
    width: WIDTH,
    height,
    ...(shape ? { outline: pathOf(shape, xOf, yOf) } : {}),
    points: labelled(
      setApart(
        known.map(({ place, number, at }) => ({
          place,
          number,
          x: xOf(at.longitude),
          y: yOf(at.latitude),
        })),
        height,
      ),
    ),
    meridians: gridLines(bounds.west, bounds.east, step).map((degree) => ({
      at: xOf(degree),
      label: `${degreeText(degree)}E`,
    })),
    parallels: gridLines(bounds.south, bounds.north, step).map((degree) => ({
      at: yOf(degree),
      label: `${degreeText(degree)}N`,
    })),
    scale: scaleBar(unit / KILOMETRES_PER_DEGREE),
  };
}

/**
 * Whether an outline may be shown: 《地图管理条例》 wants an approved map, so a real county draws one only with its
 * number; a demonstration says that it was not sent in.
 */
function mayDraw({ demo, map }: County): boolean {
  return demo || map.approvalNumber !== undefined;
}

function boundsOf({ rings }: CountyShape): Bounds {
  const points = rings.flat();
  const x = points.map(([east]) => east / GRID);
  const y = points.map(([, north]) => north / GRID);
  return {
    west: Math.min(...x),
    south: Math.min(...y),
    east: Math.max(...x),
    north: Math.max(...y),
  };
}

/** Points nearer than this to the last one would not be seen apart. */
const FINEST = 2;

/** Rings as a path; of each, only the points that can be seen apart. */
function pathOf(
  { rings }: CountyShape,
  xOf: (longitude: number) => number,
  yOf: (latitude: number) => number,
): string {
  return rings
    .map((ring) => {
      const points: [number, number][] = [];
      for (const [east, north] of ring) {
        const [x, y] = [xOf(east / GRID), yOf(north / GRID)];
        const last = points.at(-1);
        if (!last || Math.hypot(x - last[0], y - last[1]) >= FINEST) points.push([x, y]);
      }
      return points.length < 3 ? '' : `M${points.map(([x, y]) => `${x} ${y}`).join('L')}Z`;
    })
    .join('');
}

const LETTER = 9;

/** Names beside marks, right or left of them, where they hide no mark and no other name. */
function labelled(points: readonly MapPoint[]): MapPoint[] {
  const taken: [left: number, right: number, y: number][] = points.map(({ markX, markY }) => [
    markX - MARK_RADIUS,
    markX + MARK_RADIUS,
    markY,
  ]);
  return points.map((point) => {
    const text = point.place.data.title.replace(/[（(].*$/, '').slice(0, 10);
    const width = text.length * LETTER;
    for (const anchor of ['start', 'end'] as const) {
      const near = MARK_RADIUS + 3;
      const x = anchor === 'start' ? point.markX + near : point.markX - near;
      const [left, right] = anchor === 'start' ? [x, x + width] : [x - width, x];
      const free = taken.every(
        ([from, to, y]) => right < from || left > to || Math.abs(y - point.markY) > MARK_RADIUS + 5,
      );
      if (left < 2 || right > WIDTH - 2 || !free) continue;
      taken.push([left, right, point.markY]);
      return { ...point, label: { text, x: tenth(x), anchor } };
    }
    return point;
  });
}

/** The county's own rectangle, stretched to whatever stands outside it; else one around the points. */
function around(points: readonly Position[], own: Bounds | undefined): Bounds {
  const east = points.map(({ longitude }) => longitude);
  const north = points.map(({ latitude }) => latitude);
  const near = {
    west: Math.min(...east),
    south: Math.min(...north),
    east: Math.max(...east),
    north: Math.max(...north),
  };
  if (own) {
    return {
      west: Math.min(near.west, own.west),
      south: Math.min(near.south, own.south),
      east: Math.max(near.east, own.east),
      north: Math.max(near.north, own.north),
    };
  }
  const span = Math.max(LEAST_SPAN, near.east - near.west, near.north - near.south);
  const grow = (low: number, high: number): [number, number] => {
    const middle = (low + high) / 2;
    const half = Math.max((high - low) / 2, span / 4) + span * 0.08;
    return [middle - half, middle + half];
  };
  const [west, eastEnd] = grow(near.west, near.east);
  const [south, northEnd] = grow(near.south, near.north);
  return { west, south, east: eastEnd, north: northEnd };
}

/** Grid steps in degrees: 1°, 30′, 20′, 10′, 5′, 2′, 1′, 30″, 10″. */
const STEPS = [1, 1 / 2, 1 / 3, 1 / 6, 1 / 12, 1 / 30, 1 / 60, 1 / 120, 1 / 360];

/** The widest step that gives at least three lines. */
function gridStep(span: number): number {
  return STEPS.find((step) => span / step >= 3) ?? (STEPS.at(-1) as number);
}

function gridLines(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step);
  const count = Math.floor(to / step) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => (first + index) * step);
}

/** 105.3333… → 105°20′. */
function degreeText(degrees: number): string {
  const seconds = Math.round(degrees * 3600);
  const whole = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = seconds % 60;
  const two = (number: number) => String(number).padStart(2, '0');
  return `${whole}°${two(minutes)}′${rest > 0 ? `${two(rest)}″` : ''}`;
}

const BAR_LENGTHS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100];

/** The longest round distance that takes at most a quarter of the width; `unit` per kilometre. */
function scaleBar(unit: number): MapDrawing['scale'] {
  const fitting = BAR_LENGTHS.filter((length) => length * unit <= WIDTH / 4);
  const kilometres = fitting.at(-1) ?? (BAR_LENGTHS[0] as number);
  const label = kilometres < 1 ? `${kilometres * 1000} 米` : `${kilometres} 公里`;
  return { length: tenth(kilometres * unit), label };
}

/** Marks that would hide each other move around their points, the first of the list staying put. */
function setApart(
  points: readonly Omit<MapPoint, 'markX' | 'markY'>[],
  height: number,
): MapPoint[] {
  const placed: MapPoint[] = [];
  for (const point of points) {
    const [markX, markY] = freeSpot(point.x, point.y, placed, height);
    placed.push({ ...point, markX, markY });
  }
  return placed;
}

const APART = 2 * MARK_RADIUS + 2;

function freeSpot(
  x: number,
  y: number,
  placed: readonly MapPoint[],
  height: number,
): [number, number] {
  const isFree = (atX: number, atY: number) =>
    atX >= MARK_RADIUS &&
    atX <= WIDTH - MARK_RADIUS &&
    atY >= HEAD + MARK_RADIUS &&
    atY <= height - MARK_RADIUS &&
    placed.every(({ markX, markY }) => Math.hypot(markX - atX, markY - atY) >= APART);
  if (isFree(x, y)) return [x, y];
  for (let ring = 1; ring <= 12; ring++) {
    const spots = ring * 8;
    for (let spot = 0; spot < spots; spot++) {
      const angle = (spot / spots) * 2 * Math.PI - Math.PI / 2;
      const atX = tenth(x + Math.cos(angle) * ring * (APART / 2 + 2));
      const atY = tenth(y + Math.sin(angle) * ring * (APART / 2 + 2));
      if (isFree(atX, atY)) return [atX, atY];
    }
  }
  return [x, y];
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The weekdays (0 Sunday) on which a place is open, for the filter: `1,2,3`; nothing where its hours cannot be read. */
export function openDaysOf({ data }: Place): string | undefined {
  if (data.hours === undefined) return undefined;
  const hours = readHours(data.hours);
  if (hours === undefined) return undefined;
  const days = [0, 1, 2, 3, 4, 5, 6].filter((day) => opensOn(hours, day));
  return days.length > 0 ? days.join(',') : undefined;
}

/** `longitude,latitude` of a place, for the reckoning of distances. */
export function positionOf({ id }: Place): string | undefined {
  const at = getColumn().positions[id]?.wgs84;
  return at && `${at.longitude},${at.latitude}`;
}

export function townOf({ data }: Place): string | undefined {
  return unitName(getColumn(), data.town);
}
