// Puts the libraries that pages load by their CDN address on our own shelf: dist/shelf/{package}@{version}/{file},
// byte for byte as npm delivered them, precompressed, with an index. Pages carry `integrity` for some of them, so the
// build fails if those bytes are not the ones the world knows.
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const root = new URL("..", import.meta.url).pathname;
const cache = join(root, "node_modules", ".cache", "shelf");
const shelf = join(root, "dist", "shelf");

/** Files per package; the first one is what an address without a file means. A trailing /* takes a folder's scripts. */
const libraries = JSON.parse(await readFile(join(root, "libraries.json"), "utf8"));

/** What the public CDNs serve under these names; pages pin it with `integrity`. */
const known = {
  "chart.js@4.5.0/dist/chart.umd.js": "iU8HYtnGQ8Cy4zl7gbNMOhsDTTKX02BTXptVP/vqAWIaTfM7isw76iyZCsjL2eVi",
  "gridjs@5.0.2/dist/gridjs.umd.js": "/XXDzxe4FsGiAe50i/u9pY/Vy/uX654MHB1xoc1BJNnH1WXHhqHga9g3q5tF4gj7",
  "gridjs@5.0.2/dist/theme/mermaid.min.css": "jZvDSsmGB9oGGT/4l9bHXGoAv1OxvG/cFmSo0dZaSqmBgvQTKDBFAMftlXTmMbNW",
  "mermaid@11.10.0/dist/mermaid.min.js": "PY+AFiXLIHkR5jE4nk0JwPQQmmQlT4mJXFlgeT4jJeuARaBQBK+nSwwxzrPRAtUM",
};

const contentTypes = { ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8" };

const compressors = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: bytes.length > 1_500_000 ? 9 : 11,
        [constants.BROTLI_PARAM_LGWIN]: 24,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gz: (bytes) => promisify(gzip)(bytes, { level: 9 }),
};

async function expand(folder, pattern) {
  if (!pattern.endsWith("/*")) return [pattern];
  const names = await readdir(join(folder, dirname(pattern)));
  return names.filter((name) => name.endsWith(".js")).sort().map((name) => join(dirname(pattern), name));
}

async function compressed(kind, digest, bytes) {
  const kept = join(cache, `${digest.replaceAll("/", "_")}.${kind}`);
  try {
    return await readFile(kept);
  } catch {
    const made = await compressors[kind](bytes);
    await mkdir(cache, { recursive: true });
    await writeFile(kept, made);
    return made;
  }
}

async function place(name, version, folder, file) {
  const bytes = await readFile(join(folder, file));
  const sha384 = createHash("sha384").update(bytes).digest("base64");
  const id = `${name}@${version}/${file}`;
  if (known[id] !== undefined && known[id] !== sha384) {
    throw new Error(`${id} is not the file that pages know: sha384 is ${sha384}, expected ${known[id]}`);
  }
  const target = join(shelf, id);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, bytes);
  await Promise.all(
    Object.keys(compressors).map(async (kind) => writeFile(`${target}.${kind}`, await compressed(kind, sha384, bytes))),
  );
  return { package: name, version, file, path: `/lib/${id}`, sha384, contentType: contentTypes[extname(file)] };
}

async function main() {
  await rm(shelf, { recursive: true, force: true });
  const index = [];
  for (const [name, patterns] of Object.entries(libraries)) {
    const folder = join(root, "node_modules", name);
    const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    const files = (await Promise.all(patterns.map((pattern) => expand(folder, pattern)))).flat();
    index.push(...(await Promise.all(files.map((file) => place(name, version, folder, file)))));
  }
  const absent = Object.keys(known).filter((id) => !index.some((entry) => `${entry.package}@${entry.version}/${entry.file}` === id));
  if (absent.length > 0) throw new Error(`Not on the shelf: ${absent.join(", ")}`);
  await writeFile(join(shelf, "index.json"), JSON.stringify(index, null, 1));
  console.log(`shelf: ${index.length} files of ${Object.keys(libraries).length} libraries`);
}

await main();
