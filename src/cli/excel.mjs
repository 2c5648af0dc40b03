// `npm run excel`: the pane and the demo programme over https on this machine, for trying them in real Excel.
import { withNewEnoughNode } from './node-version.mjs';

/** Certificate and key that this machine's browsers trust: the ones given, else those of Microsoft's own tool. */
const certificate = async () => {
  const { STEM_CERT: cert, STEM_KEY: key } = process.env;
  if (cert && key) return { cert, key };
  const { ensureCertificatesAreInstalled } = await import('office-addin-dev-certs');
  const { localhostCertificatePath, localhostKeyPath, caCertificatePath } =
    await import('office-addin-dev-certs/lib/defaults.js');
  try {
    await ensureCertificatesAreInstalled();
  } catch (error) {
    // Made, but this machine does not trust it yet: on Linux that takes sudo, and one person may not have it.
    console.error(`${error.message}\nTrust this certificate authority by hand: ${caCertificatePath}\n`);
  }
  return { cert: localhostCertificatePath, key: localhostKeyPath };
};

const serve = async () => {
  const [{ makeReady, root, runProduct }, { uploadSteps, writeManifest }, { dirname }] = await Promise.all([
    import('./ready.mjs'),
    import('./excel-manifest.mjs'),
    import('node:path'),
  ]);
  await makeReady();
  const { cert, key } = await certificate();
  process.env.STEM_CERT = cert;
  process.env.STEM_KEY = key;
  const origin = `https://localhost:${process.env.PORT ?? 3000}`;
  const manifest = writeManifest(root, origin);
  await runProduct(['demo']);
  // It has said why it could not start.
  if (process.exitCode) return;
  console.log(uploadSteps(manifest, dirname(manifest), origin));
};

withNewEnoughNode(serve);
