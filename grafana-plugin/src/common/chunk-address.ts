declare global {
  /** Of webpack: the file of a chunk, below the public path. */
  var __webpack_get_script_filename__: (chunk: string | number) => string;
}

// Grafana serves the folder of a nested plugin under that plugin's own id, and that is the public path; webpack names
// chunks from the folder of the app.
const nameInApp = __webpack_get_script_filename__;
__webpack_get_script_filename__ = (chunk) => nameInApp(chunk).replace(/^(datasource|panels\/[\w-]+)\//, '');

export {};
