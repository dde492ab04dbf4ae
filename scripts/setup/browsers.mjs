import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { env, platform } from 'node:process';

/**
 * A kind of browser, and where it is to be found.
 * @typedef {object} Kind
 * @property {string} name what a person may install, in words
 * @property {string} variable the environment variable that names its executable
 * @property {readonly string[]} commands names on the PATH
 * @property {readonly string[]} macOS executables below an Applications folder
 * @property {readonly string[]} windows executables below a program folder
 * @property {readonly string[]} packages of Debian and Ubuntu, the first that exists is taken
 */

/** @type {Kind} */
export const chromium = {
  name: 'Chromium, Chrome, Edge or Brave',
  variable: 'CHROME_PATH',
  commands: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
    'brave-browser',
    'brave',
  ],
  macOS: [
    'Chromium.app/Contents/MacOS/Chromium',
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    'Brave Browser.app/Contents/MacOS/Brave Browser',
  ],
  windows: [
    'Chromium/Application/chrome.exe',
    'Google/Chrome/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
    'BraveSoftware/Brave-Browser/Application/brave.exe',
  ],
  packages: ['chromium'],
};

/** @type {Kind} */
export const firefox = {
  name: 'Firefox',
  variable: 'FIREFOX_PATH',
  commands: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
  macOS: ['Firefox.app/Contents/MacOS/firefox', 'Firefox Developer Edition.app/Contents/MacOS/firefox'],
  windows: ['Mozilla Firefox/firefox.exe', 'Firefox Developer Edition/firefox.exe'],
  packages: ['firefox-esr', 'firefox'],
};

/** @param {Kind} kind */
function candidates(kind) {
  /** @param {(string | undefined)[]} folders @param {readonly string[]} names */
  const within = (folders, names) =>
    folders
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => names.map((name) => join(folder, name)));
  if (platform === 'darwin') return within(['/Applications', join(homedir(), 'Applications')], kind.macOS);
  if (platform === 'win32')
    return within([env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA], kind.windows);
  return kind.commands.flatMap((command) => within((env.PATH ?? '').split(delimiter), [command]));
}

/**
 * Finds a browser: the one that its variable names, else an installed one.
 * @param {Kind} kind
 * @returns {string | undefined} path of its executable
 * @throws {Error} where the one named is not there
 */
export function findBrowser(kind) {
  const named = env[kind.variable];
  if (!named) return candidates(kind).find(existsSync);
  if (existsSync(named)) return named;
  throw new Error(`There is no browser at ${named}, which was given as ${kind.variable} or --browser.`);
}

/**
 * Finds a browser that must be there.
 * @param {Kind} kind
 * @returns {string} path of its executable
 * @throws {Error} where there is none: what to install
 */
export function requireBrowser(kind) {
  const path = findBrowser(kind);
  if (path !== undefined) return path;
  throw new Error(
    `No ${kind.name} was found: install it, or give the path of its executable as ${kind.variable}.`,
  );
}
