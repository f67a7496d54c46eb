/**
 * Two bundles: the add-in, as Excel loads it, and the local workbook, the page that hosts it on a machine without Excel. Both go to
 * build/ for https://localhost:3000; `npm run build` makes dist/ from that, for the address given to it.
 */
const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const CustomFunctionsMetadataPlugin = require('custom-functions-metadata-plugin');
const HtmlWebpackPlugin = require('html-webpack-plugin');
const MiniCssExtractPlugin = require('mini-css-extract-plugin');
const TerserPlugin = require('terser-webpack-plugin');
const { Compilation, IgnorePlugin, sources } = require('webpack');
const { readFunctionDocs } = require('./scripts/function-docs');
const { functionFiles } = require('./scripts/function-files');
const { functionHelp } = require('./scripts/function-help');

/** Rewrites text assets just before they are written. */
class RewriteAssetsPlugin {
  /**
   * @param {RegExp} names which assets
   * @param {(text: string) => string} rewrite
   */
  constructor(names, rewrite) {
    this.names = names;
    this.rewrite = rewrite;
  }

  apply(compiler) {
    const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT;
    compiler.hooks.thisCompilation.tap(RewriteAssetsPlugin.name, (compilation) => {
      compilation.hooks.processAssets.tap({ name: RewriteAssetsPlugin.name, stage }, (assets) => {
        for (const name of Object.keys(assets).filter((asset) => this.names.test(asset))) {
          compilation.updateAsset(name, (source) => new sources.RawSource(this.rewrite(source.source().toString())));
        }
      });
    });
  }
}

/** Lets errors reach our functions as values; the metadata generator has no tag for this flag. */
function allowErrors(json) {
  return JSON.stringify({ allowErrorForDataTypeAny: true, ...JSON.parse(json) }, null, 4);
}

/** The help page, with its chapter on the functions written from their own comments. */
function withFunctionHelp(page) {
  return page.toString().replace('<!-- functions -->', () => functionHelp(readFunctionDocs(functionFiles())));
}

const typescript = {
  test: /\.tsx?$/,
  exclude: /node_modules/,
  loader: 'ts-loader',
  options: { transpileOnly: true, compilerOptions: { noEmit: false } },
};

const decimal = {
  test: /[\\/]decimal\.js[\\/]decimal\.mjs$/,
  loader: require.resolve('./scripts/without-trigonometry'),
};

const cjkRegex = {
  test: /[\\/]cjk-regex[\\/]lib[\\/]index\.js$/,
  loader: require.resolve('./scripts/ready-made-classes'),
};

function common(name) {
  return {
    name,
    mode: 'production',
    context: __dirname,
    target: ['web', 'es2020'],
    resolve: { extensions: ['.ts', '.tsx', '.js', '.mjs'] },
    performance: { hints: false },
    cache: {
      type: 'filesystem',
      name,
      cacheDirectory: path.join(__dirname, 'node_modules/.cache/webpack'),
      // Two checkouts may share one node_modules.
      version: __dirname,
      buildDependencies: { config: [__filename] },
    },
  };
}

/**
 * The pane's script depends on the functions' script, so that both share one ledger; the pane's own code is a chunk that is
 * fetched when the pane is shown. File names stay the same from version to version (Excel keeps functions.js for up to a
 * day, and an older copy must still find its chunks); a query tells one version's chunk from another's.
 */
function addIn() {
  return {
    ...common('add-in'),
    entry: {
      functions: './src/functions/index.ts',
      taskpane: { import: './src/taskpane/index.ts', dependOn: 'functions' },
    },
    output: {
      path: path.join(__dirname, 'build'),
      filename: '[name].js',
      chunkFilename: '[name].js?v=[contenthash:8]',
      // All files lie beside the page; and a cell waits for a chunk no longer than for its tables.
      publicPath: '',
      chunkLoadTimeout: 30_000,
      clean: { keep: /^local/ },
    },
    devtool: 'source-map',
    module: { rules: [typescript, decimal, { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] }] },
    // Scripts only: the help page's policy names its style sheet by hash.
    optimization: {
      chunkIds: 'named',
      minimizer: [new TerserPlugin({ terserOptions: { ecma: 2020, compress: { ecma: 2020, passes: 3 } } })],
    },
    plugins: [
      new CustomFunctionsMetadataPlugin({ output: 'functions.json', input: functionFiles() }),
      new RewriteAssetsPlugin(/^functions\.json$/, allowErrors),
      new HtmlWebpackPlugin({
        filename: 'taskpane.html',
        template: './src/taskpane/taskpane.html',
        chunks: ['functions', 'taskpane'],
        chunksSortMode: 'manual',
        // At the end of the body and not deferred: Office.js tells the host that the functions can be called as soon as the page
        // is no longer loading, and deferred scripts run after that; a call that came in between would be an error.
        scriptLoading: 'blocking',
        inject: 'body',
        hash: true,
        minify: { collapseWhitespace: true, removeComments: true },
      }),
      new MiniCssExtractPlugin({ filename: '[name].css', chunkFilename: '[name].css?v=[contenthash:8]' }),
      new CopyPlugin({
        patterns: [
          'manifest.xml',
          { from: 'assets', to: 'assets', globOptions: { ignore: ['**/help.html'] } },
          { from: 'assets/help.html', transform: { transformer: withFunctionHelp } },
        ],
      }),
    ],
  };
}

function localWorkbook() {
  return {
    ...common('local-workbook'),
    entry: { local: './src/local/index.ts' },
    output: {
      path: path.join(__dirname, 'build'),
      filename: 'local/[name].js',
      assetModuleFilename: 'local/[name][ext]',
      clean: { keep: (file) => !file.startsWith('local') },
    },
    devtool: false,
    module: { rules: [typescript, cjkRegex, { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] }] },
    optimization: { minimizer: [new TerserPlugin({ minify: TerserPlugin.esbuildMinify })] },
    plugins: [
      new HtmlWebpackPlugin({ filename: 'local.html', template: './src/local/local.html', scriptLoading: 'defer' }),
      new MiniCssExtractPlugin({ filename: 'local/[name].css' }),
      // Univer brings hyphenation for some seventy languages, 6 MB in all; only English is ever loaded.
      new IgnorePlugin({
        resourceRegExp: /^\.\/(?!en-gb)[a-z]{2,3}(-[A-Za-z0-9]+)*-[\w-]{8}\.js$/,
        contextRegExp: /engine-render/,
      }),
    ],
  };
}

module.exports = [addIn(), localWorkbook()];
