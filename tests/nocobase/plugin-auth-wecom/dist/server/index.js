'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
const { Plugin } = require('@nocobase/server');
class P extends Plugin { async load() {} }
exports.default = P;
