import type { ElementTable } from '../elements.ts';
import type { FeedPlace } from '../feed.ts';
import type { XmlNode } from '../xml/node.ts';

type Position = number[];

/** GeoRSS Simple and its GML form, and the W3C's `geo`. Positions become (longitude, latitude), as in GeoJSON. */
export const geoElements: ElementTable = {
  'georss:point': (node, draft) => {
    draft.place ??= placeOf('Point', node);
  },
  'georss:line': (node, draft) => {
    draft.place ??= placeOf('LineString', node);
  },
  'georss:polygon': (node, draft) => {
    draft.place ??= placeOf('Polygon', node);
  },
  'georss:box': (node, draft) => {
    draft.place ??= placeOf('Box', node);
  },
  'georss:where': (node, draft) => {
    for (const shape of node.children) draft.place ??= gmlPlace(shape);
  },
  'gml:point': (node, draft) => {
    draft.place ??= gmlPlace(node);
  },
  'gml:linestring': (node, draft) => {
    draft.place ??= gmlPlace(node);
  },
  'gml:polygon': (node, draft) => {
    draft.place ??= gmlPlace(node);
  },
  'gml:envelope': (node, draft) => {
    draft.place ??= gmlPlace(node);
  },
  'geo:point': (node, draft) => {
    draft.place ??= pointOf(node.child('geo:lat')?.text, node.child('geo:long')?.text);
  },
};

const shapes: Record<string, FeedPlace['type']> = {
  'gml:point': 'Point',
  'gml:linestring': 'LineString',
  'gml:polygon': 'Polygon',
  'gml:envelope': 'Box',
};

function gmlPlace(shape: XmlNode): FeedPlace | null {
  const type = shapes[shape.tag];
  return type === undefined ? null : placeOf(type, shape);
}

function pointOf(latitude: string | undefined, longitude: string | undefined): FeedPlace | null {
  const position = [Number(longitude || Number.NaN), Number(latitude || Number.NaN)];
  return position.some(Number.isNaN) ? null : { type: 'Point', coordinates: [position] };
}

const fewest = { Point: 1, LineString: 2, Polygon: 4, Box: 2 };

function placeOf(type: FeedPlace['type'], node: XmlNode): FeedPlace | null {
  const coordinates = positionsOf(node);
  if (coordinates.length < fewest[type]) return null;
  return { type, coordinates: type === 'Point' ? coordinates.slice(0, 1) : coordinates };
}

/** Numbers in the element and its descendants, in twos or threes. */
function positionsOf(node: XmlNode): Position[] {
  const system = attributeInside(node, 'srsname');
  const size = Number(attributeInside(node, 'srsdimension') ?? 2) === 3 ? 3 : 2;
  const numbers = numbersOf(node).slice(0, 20_000);
  const positions: Position[] = [];
  for (let at = 0; at + size <= numbers.length; at += size) {
    const [first = 0, second = 0, ...height] = numbers.slice(at, at + size);
    positions.push(
      isLatitudeFirst(system) ? [second, first, ...height] : [first, second, ...height],
    );
  }
  return positions;
}

function numbersOf(node: XmlNode): number[] {
  if (node.children.length > 0) return node.children.flatMap(numbersOf);
  const numbers = node.text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(Number);
  return numbers.some(Number.isNaN) ? [] : numbers;
}

function attributeInside(node: XmlNode, name: string): string | null {
  return (
    node.attribute(name) ??
    node.children.map((child) => attributeInside(child, name)).find(Boolean) ??
    null
  );
}

/** The end of a system's name that its number stands in. */
const LONGEST_CODE = 20;

/** Geographic systems of EPSG (4001 to 4999) put latitude first; projected ones x. */
function isLatitudeFirst(system: string | null): boolean {
  const code = /(\d+)\s*$/.exec((system ?? '').slice(-LONGEST_CODE))?.[1];
  return code === undefined || /^4\d{3}$/.test(code);
}
