// SPDX-License-Identifier: Apache-2.0
module.exports = {
  '@nocobase/auth': '2.2.15',
  '@nocobase/client': '2.2.15',
  '@nocobase/server': '2.2.15',
  antd: '5.24.2',
  react: '18.2.0',
};
