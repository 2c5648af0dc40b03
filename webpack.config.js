// Three builds, each with its own cache, so that one can be built without the others:
//   pane       the task pane, for Excel and for the workbench's frame   -> dist/web/taskpane.html, help.html, workbench-pane.html
//   workbench  the page around the spreadsheet grid (big)               -> dist/web/workbench.html
//   node       the command line and the endpoint, as one ES module      -> dist/node/main.mjs
// `webpack --mode production` makes all; `--config-name pane` makes one; `--mode development` adds source maps.
import { fileURLToPath } from 'node:url';
import CopyPlugin from 'copy-webpack-plugin';
import HtmlPlugin from 'html-webpack-plugin';
import CssPlugin from 'mini-css-extract-plugin';
import MinimizerPlugin from 'minimizer-webpack-plugin';

const root = fileURLToPath(new URL('.', import.meta.url));
const at = (path) => root + path;

const officeJs = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
/** Served by the demo alone, out of the development package; see the stand-in host. */
const excelClient = '/office-js/excel-web-16.00.js';

const typescript = (target) => ({
  test: /\.(ts|tsx|mts)$/,
  exclude: /node_modules/,
  loader: 'swc-loader',
  options: {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
      target,
    },
  },
});

const common = (name, development) => ({
  name,
  context: root,
  mode: development ? 'development' : 'production',
  devtool: development ? 'source-map' : false,
  cache: {
    type: 'filesystem',
    name: `${name}-${development ? 'development' : 'production'}`,
    // Two working copies that share their packages must not share what was built from other files.
    version: root,
    cacheDirectory: at('node_modules/.cache/webpack'),
    buildDependencies: { config: [fileURLToPath(import.meta.url)] },
  },
  resolve: { extensions: ['.ts', '.tsx', '.mjs', '.js'] },
  stats: 'errors-warnings',
  performance: { hints: false },
});

/**
 * A page for the browser. Scripts stand in the head with `defer`: the page's own still picture is painted while they
 * load, and they run in the order written. Nothing is inline, so that the content security policy can forbid it.
 */
const page = (filename, template, chunks, first) =>
  new HtmlPlugin({
    filename,
    template: at(template),
    chunks,
    chunksSortMode: 'manual',
    scriptLoading: 'defer',
    minify: false,
    templateParameters: { firstScript: first ? `<script defer src="${first}"></script>` : '' },
  });

/** What the workbench build makes below dist/web; all else there is the pane build's. */
const isWorkbench = (path) => /^workbench([/]|\.html$|$)/.test(path);

/**
 * `folder` is where this build's scripts and styles go; `owns` says which files below dist/web are its own, so that
 * it clears away its older ones and leaves the other build's alone. What only the workbench uses has an address that
 * begins with /workbench, so that a real deployment can leave it out.
 */
const browser = (name, development, { folder, owns, plugins }) => {
  const named = (extension) => `${folder}[name].[contenthash:10]${extension}`;
  return {
    ...common(name, development),
    target: ['web', 'es2022'],
    output: {
      path: at('dist/web'),
      publicPath: '/',
      filename: ({ chunk }) => (chunk?.name?.startsWith('workbench') ? '[name].[contenthash:10].js' : named('.js')),
      chunkFilename: named('.js'),
      assetModuleFilename: named('[ext]'),
      clean: { keep: (path) => !owns(path) },
    },
    module: {
      rules: [
        typescript('es2022'),
        { test: /\.css$/, use: [CssPlugin.loader, 'css-loader'] },
        { test: /\.(png|svg|woff2?)$/, type: 'asset/resource' },
        { test: /\.m?js$/, resolve: { fullySpecified: false } },
      ],
    },
    optimization: {
      // 'initial' only: with 'all' the grid's many lazy languages end up in the first download.
      splitChunks: { chunks: 'initial' },
      minimizer: [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify, extractComments: false })],
    },
    plugins: [new CssPlugin({ filename: named('.css') }), ...plugins],
  };
};

const pane = (development) => ({
  ...browser('pane', development, {
    folder: 'pane/',
    owns: (path) => !isWorkbench(path),
    plugins: [
      page('taskpane.html', 'src/taskpane/taskpane.html', ['taskpane'], officeJs),
      // The same pane, after a start that speaks to the page around it instead of to Excel.
      page('workbench-pane.html', 'src/taskpane/taskpane.html', ['workbench-start', 'taskpane'], excelClient),
      page('help.html', 'src/taskpane/help.html', ['help'], undefined),
      new CopyPlugin({ patterns: [{ from: 'assets/*.png', to: 'assets/[name][ext]' }] }),
    ],
  }),
  entry: {
    taskpane: ['./src/taskpane/skeleton.css', './src/taskpane/main.tsx'],
    'workbench-start': './src/workbench/pane/main.ts',
    help: './src/taskpane/help.css',
  },
});

const workbench = (development) => ({
  ...browser('workbench', development, {
    folder: 'workbench/',
    owns: isWorkbench,
    plugins: [page('workbench.html', 'src/workbench/page/workbench.html', ['page'], undefined)],
  }),
  entry: { page: './src/workbench/page/main.ts' },
});

const node = (development) => ({
  ...common('node', development),
  target: 'node20',
  entry: { main: './src/cli/main.ts' },
  experiments: { outputModule: true },
  // Packages are loaded from node_modules when it runs; only what is written here is bundled.
  externals: ({ request }, answer) => {
    const ours = request.startsWith('.') || request.startsWith('#') || request.startsWith('/');
    return ours ? answer() : answer(null, `module ${request}`);
  },
  output: {
    path: at('dist/node'),
    filename: '[name].mjs',
    chunkFilename: '[name].mjs',
    module: true,
    library: { type: 'module' },
  },
  module: {
    // `import.meta.url` and `new URL(…)` mean the bundle's own place, as in any ES module.
    parser: { javascript: { importMeta: false, url: false } },
    rules: [typescript('es2022')],
  },
  // A server's stack trace must stay readable.
  optimization: { minimize: false },
});

export default (_env, argv) => {
  const development = argv.mode === 'development';
  const wanted = argv.configName;
  return [pane, workbench, node]
    .map((build) => build(development))
    .filter((build) => wanted === undefined || wanted.includes(build.name));
};
