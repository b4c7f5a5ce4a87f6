/** Changing some fields of a YAML text, and nothing else of it: the editor and every command that changes entries. */
export { editYaml, newYaml } from './edit.ts';
export { isObject, same, type Values } from './values.ts';
