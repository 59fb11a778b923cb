// Builds what pages link to: /css, /js, /fonts and /img, in target/static. With --dev, readable and with source maps.
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { compileAsync } from "sass";

const here = fileURLToPath(new URL(".", import.meta.url));
const out = join(here, "target/static");
const dev = process.argv.includes("--dev");

const scripts = {
  consultation: "src/call/consultation.ts",
  visit: "src/waiting-room/visit.ts",
  staff: "src/page/staff.ts",
  patient: "src/page/patient.ts",
  another: "src/check/another.ts",
  account: "src/account/account.ts",
};

const options = {
  absWorkingDir: here,
  outdir: join(out, "js"),
  bundle: true,
  format: "esm",
  // The oldest browsers that have all of WebRTC 1.0 that a call needs.
  target: ["chrome97", "firefox115", "safari15.4"],
  minify: !dev,
  sourcemap: dev ? "linked" : false,
  legalComments: "none",
};

/**
 * What a script imports only when it is needed is a script of its own, named by its content, with whatever it shares with others inside: the bundler's own
 * splitting makes a file of each shared piece, and a page that fetches ten small files over a slow network waits ten times. Such a part keeps no state
 * that another must see.
 */
const partsWhenNeeded = {
  name: "parts when needed",
  setup(bundler) {
    bundler.onResolve({ filter: /^\./ }, async ({ path, resolveDir, kind }) => {
      if (kind !== "dynamic-import") return undefined;
      const { metafile } = await build({
        ...options,
        entryPoints: { part: `${join(resolveDir, path)}.ts` },
        entryNames: "[name]-[hash]",
        metafile: true,
        plugins: [partsWhenNeeded],
      });
      const file = Object.keys(metafile.outputs).find((output) => output.endsWith(".js"));
      return { path: `./${basename(file)}`, external: true };
    });
  },
};

/** Each page's script by itself: what two pages share stands in both. */
async function buildScripts() {
  await build({ ...options, entryPoints: scripts, plugins: [partsWhenNeeded] });
}

async function buildStyles() {
  await mkdir(join(out, "css"), { recursive: true });
  for (const name of ["staff", "patient"]) {
    const { css } = await compileAsync(join(here, `styles/${name}.scss`), {
      loadPaths: [join(here, "node_modules")],
      style: "expanded",
      quietDeps: true,
    });
    const { code } = await transform(css, {
      loader: "css",
      minify: !dev,
      target: ["chrome97", "firefox115", "safari15.4"],
      legalComments: "none",
    });
    await writeFile(join(out, `css/${name}.css`), code);
  }
}

async function buildFonts() {
  await mkdir(join(out, "fonts"), { recursive: true });
  const font = "node_modules/@fontsource-variable/atkinson-hyperlegible-next";
  await cp(
    join(here, font, "files/atkinson-hyperlegible-next-latin-wght-normal.woff2"),
    join(out, "fonts/atkinson-hyperlegible-next-latin.woff2"),
  );
  await cp(join(here, font, "LICENSE"), join(out, "fonts/LICENSE.txt"));
}

/** One file with a symbol for each icon: icons/mic.svg is #mic. */
async function buildPictures() {
  await mkdir(join(out, "img"), { recursive: true });
  const files = (await readdir(join(here, "icons"))).filter((file) => file.endsWith(".svg") && file !== "mark.svg").sort();
  const symbols = await Promise.all(
    files.map(async (file) => {
      const svg = (await readFile(join(here, "icons", file), "utf8")).replace(/\s*\n\s*/g, "");
      return svg.replace(/^<svg xmlns="[^"]*"/, `<symbol id="${basename(file, ".svg")}"`).replace(/<\/svg>$/, "</symbol>");
    }),
  );
  await writeFile(join(out, "img/icons.svg"), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`);
  await cp(join(here, "icons/mark.svg"), join(out, "img/mark.svg"));
  const theirs = join(here, "node_modules/nhsuk-frontend/dist/nhsuk/assets/images");
  for (const file of await readdir(theirs)) {
    if (/^nhsuk-icon-(cross|arrow-down|arrow-up|arrow-up-down)\.svg$/.test(file)) await cp(join(theirs, file), join(out, "img", file));
  }
}

await rm(out, { recursive: true, force: true });
await Promise.all([buildScripts(), buildStyles(), buildFonts(), buildPictures()]);
