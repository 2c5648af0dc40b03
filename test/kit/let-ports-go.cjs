// The grid's engine opens a message channel for each piece of work it puts off, and closes none. Node waits for open
// channels: without this, a test file that calculated something would never end by itself.
const { MessageChannel } = globalThis;

if (MessageChannel) {
  globalThis.MessageChannel = class extends MessageChannel {
    constructor() {
      super();
      // Listening holds the port again, and happens right after it is made.
      setImmediate(() => this.port1.unref?.());
    }
  };
}
