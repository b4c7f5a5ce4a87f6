/** A worker that ends in the middle of its task. */
process.on('message', () => process.exit(3));
