'use strict';
// The emulator as a child process, and its controls.

const { spawn } = require('node:child_process');
const { once } = require('node:events');
const { createInterface } = require('node:readline');

/** Everything that encodings treat in different ways; also an ID that a channel really has. */
const AWKWARD = "é 验 🚀 *~+/ '()!";

/** Long, but not longer than what a URL can carry. */
const LONG = AWKWARD.repeat(50);

/** The channel that is meant where no ID, or an empty one, is given. */
const DIRECT = 'cams-direct';

const CHANNELS = { awkward: AWKWARD, long: LONG, plain: 'cams-plain' };

/** AccessKeys as clients are given them. */
const KEYS = {
  plain: { id: 'peer-id', secret: 'peer-secret' },
  temporary: {
    id: 'peer-temporary-id',
    secret: 'peer-temporary-secret',
    token: 'token+with/all=of~its*characters',
  },
};

/** Two days of metrics, in the service's milliseconds. */
const START = Date.UTC(2026, 2, 1);
const END = Date.UTC(2026, 2, 3);

const ACCOUNT = '1000000000000001';

/** An emulator of its own, which ends with `stop`, or with this process. */
class Emulator {
  static async start() {
    const command = process.env.CAMS_ROI_COMMAND;
    if (command === undefined) {
      throw new Error('CAMS_ROI_COMMAND must name the cams-roi program; `cargo xtask test` sets it');
    }
    const child = spawn(command, ['emulator', '--port', '0', '--exit-with-stdin'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    // The line that it prints tells that it listens.
    const lines = createInterface({ input: child.stdout });
    const line = once(lines, 'line').then(([text]) => text);
    const end = once(child, 'exit').then(([code]) => {
      throw new Error(`${command} emulator ended with ${code}`);
    });
    // That it ends later is as it should be.
    end.catch(() => {});
    return new Emulator(child, JSON.parse(await Promise.race([line, end])).url);
  }

  constructor(child, url) {
    this.child = child;
    this.url = url;
  }

  /** `127.0.0.1:PORT` */
  get host() {
    return new URL(this.url).host;
  }

  async stop() {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
  }

  /** Reads a control, or sets it to `value`. */
  async control(name, value, method = value === undefined ? 'GET' : 'POST') {
    const answer = await fetch(`${this.url}/_emulator/${name}`, { method, body: JSON.stringify(value) });
    const told = await answer.json();
    if (!answer.ok) throw new Error(`/_emulator/${name}: ${told.error}`);
    return told;
  }

  /** Back to the start, with an account whose IDs are awkward, plain and long. */
  async begin() {
    await this.control('reset', undefined, 'POST');
    await this.control('limits', { enabled: false });
    await this.changeAccount({
      access_keys: Object.values(KEYS).map(({ id, secret, token }) => ({ id, secret, security_token: token })),
      isv_code: AWKWARD,
      direct_channel: { id: DIRECT },
      channels: Object.values(CHANNELS).map((id) => ({ id })),
    });
  }

  async changeAccount(fields) {
    await this.control('accounts', { account_id: ACCOUNT, ...fields });
  }

  /** Two days of metrics in every channel, from START on. */
  async collectData() {
    const collected = { phone_numbers: [AWKWARD], enabled_at: new Date(START).toISOString() };
    await this.changeAccount({
      direct_channel: { id: DIRECT, ...collected },
      channels: Object.values(CHANNELS).map((id) => ({ id, ...collected })),
    });
    await this.control('clock', { now: new Date(END).toISOString() });
  }

  /** The last request of the log, which must be there. */
  async lastRequest() {
    const log = await this.control('log');
    if (log.length === 0) throw new Error('no request came');
    return log.at(-1);
  }

  /** The channels whose statistics are enabled. */
  async enabledChannels() {
    const [account] = await this.control('accounts');
    return [account.direct_channel, ...account.channels].filter((it) => it.enabled_at !== null).map((it) => it.id);
  }
}

module.exports = { AWKWARD, DIRECT, END, Emulator, KEYS, LONG, CHANNELS, START };
