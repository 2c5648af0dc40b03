/** Width and height of a PNG file in pixels. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** What is known of a file that the manifest points to: its size, or that it is not there. */
export type IconAt = (path: string) => ImageSize | undefined;

const allowedSizes = ['16', '20', '24', '32', '40', '48', '64', '80', '96'];
const neededSizes = ['16', '32', '80'];

/** Longer ones make Excel say "This add-in is no longer available". */
const longestId = 32;

/**
 * What the schema cannot see in an XML manifest: resource ids and their resources, lengths, addresses, and the icon
 * files themselves. In: the parsed manifest. Out: one sentence a fault, none when it is fit.
 */
export function manifestFaults(manifest: Document, iconAt: IconAt): readonly string[] {
  const elements = Array.from(manifest.getElementsByTagName('*'));
  const named = (...names: string[]) => elements.filter((element) => names.includes(element.localName));
  return [
    ...resourceFaults(named('Image', 'Url', 'String')),
    ...referenceFaults(elements, named('Image', 'Url', 'String')),
    ...controlFaults(named('Control', 'Group', 'CustomTab')),
    ...named('Icon').flatMap(sizeFaults),
    ...imageFaults(named('Icon'), named('Image'), iconAt),
    ...topIconFaults(named('IconUrl'), 32, iconAt),
    ...topIconFaults(named('HighResolutionIconUrl'), 64, iconAt),
    ...addressFaults(named('SourceLocation', 'IconUrl', 'HighResolutionIconUrl', 'SupportUrl')),
    ...runtimeFaults(named('Runtime'), named('FunctionFile')),
    ...requirementFaults(named('Set')),
  ];
}

const attribute = (element: Element, name: string): string => element.getAttribute(name) ?? '';
const address = (element: Element): string => attribute(element, 'DefaultValue');

function twice(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id, place) => ids.indexOf(id) !== place))];
}

function resourceFaults(resources: readonly Element[]): readonly string[] {
  const defined = resources.filter((resource) => resource.hasAttribute('id'));
  return [
    ...twice(defined.map((resource) => attribute(resource, 'id'))).map((id) => `resource ${id} is there twice`),
    ...defined
      .filter((resource) => attribute(resource, 'id').length > longestId)
      .map((resource) => `resource id ${attribute(resource, 'id')} is longer than ${longestId}`),
    ...addressFaults(defined.filter((resource) => resource.localName !== 'String')),
  ];
}

function referenceFaults(elements: readonly Element[], resources: readonly Element[]): readonly string[] {
  const defined = new Set(resources.map((resource) => attribute(resource, 'id')));
  const used = elements.filter((element) => element.hasAttribute('resid'));
  return used
    .filter((element) => !defined.has(attribute(element, 'resid')))
    .map((element) => `${element.localName} asks for resource ${attribute(element, 'resid')}, which is not there`);
}

function controlFaults(controls: readonly Element[]): readonly string[] {
  const ids = controls.map((control) => attribute(control, 'id'));
  return [
    ...twice(ids).map((id) => `control ${id} is there twice`),
    ...ids.filter((id) => id.length > longestId).map((id) => `control id ${id} is longer than ${longestId}`),
  ];
}

function sizeFaults(icon: Element): readonly string[] {
  const sizes = Array.from(icon.children).map((image) => attribute(image, 'size'));
  const missing = neededSizes.filter((size) => !sizes.includes(size));
  const odd = sizes.filter((size) => !allowedSizes.includes(size));
  return [
    ...missing.map((size) => `an icon lacks its picture of ${size} pixels`),
    ...odd.map((size) => `an icon has a picture of ${size} pixels, which Excel does not know`),
  ];
}

/** The file behind each picture of each icon is there and has the size that the icon says. */
function imageFaults(icons: readonly Element[], images: readonly Element[], iconAt: IconAt): readonly string[] {
  const addressOf = new Map(images.map((image) => [attribute(image, 'id'), address(image)]));
  return icons
    .flatMap((icon) => Array.from(icon.children))
    .flatMap((picture) => {
      const at = addressOf.get(attribute(picture, 'resid'));
      return at === undefined ? [] : pictureFaults(at, Number(attribute(picture, 'size')), iconAt);
    });
}

function topIconFaults(icons: readonly Element[], size: number, iconAt: IconAt): readonly string[] {
  return icons.flatMap((icon) => pictureFaults(address(icon), size, iconAt));
}

function pictureFaults(url: string, size: number, iconAt: IconAt): readonly string[] {
  const path = pathOf(url);
  if (path === undefined) return [];
  const found = iconAt(path);
  if (found === undefined) return [`${path} is not there, or is no PNG file`];
  return found.width === size && found.height === size
    ? []
    : [`${path} has ${found.width} × ${found.height} pixels, and ${size} × ${size} are promised`];
}

/** The path of a complete address; a broken address is told elsewhere. */
function pathOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).pathname : undefined;
}

function addressFaults(elements: readonly Element[]): readonly string[] {
  return elements
    .filter((element) => element.hasAttribute('DefaultValue') && !address(element).startsWith('https://'))
    .map(
      (element) => `${element.localName} ${attribute(element, 'id')} is not an https address: ${address(element)}`,
    );
}

/** With a shared runtime the ribbon's functions live in the pane's own page. */
function runtimeFaults(runtimes: readonly Element[], functionFiles: readonly Element[]): readonly string[] {
  const [runtime] = runtimes;
  return functionFiles
    .filter((file) => runtime !== undefined && attribute(file, 'resid') !== attribute(runtime, 'resid'))
    .map(() => 'the functions are not in the page of the shared runtime');
}

/** Asked for in the base, the shared runtime would keep the add-in from iPads altogether. */
function requirementFaults(sets: readonly Element[]): readonly string[] {
  return sets
    .filter((set) => attribute(set, 'Name') === 'SharedRuntime' && set.closest('VersionOverrides') === null)
    .map(() => 'the shared runtime is asked for outside VersionOverrides');
}
