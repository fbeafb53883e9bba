/** A worker thread that is asked one thing after the other. */
import { Worker } from 'node:worker_threads'

import { definePlugin } from '@csr/metamod-sdk'

const code = `
  const { parentPort } = require('node:worker_threads')
  parentPort.on('message', (number) => parentPort.postMessage(number + 1))`

let worker: Worker

export default definePlugin({
  name: 'Worker',
  version: '1.0.0',
  author: 'Metamod for TypeScript',
  url: '',
  logTag: 'WORKER',
  attach() {
    worker = new Worker(code, { eval: true })
    worker.on('message', (number) => setTimeout(() => worker.postMessage(number), 2))
    worker.postMessage(0)
  },
  detach() {
    void worker.terminate()
  },
})
