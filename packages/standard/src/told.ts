/**
 * What stands in the way is no fault of the program: a setting, another program, the network, a disk. The message
 * is Chinese and says what to do; a command prints it and ends with 1, without a word on our code.
 */
export class ToldError extends Error {
  override readonly name: string = 'ToldError';

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    // The place in our code is of no use to who reads this.
    this.stack = message;
  }
}
