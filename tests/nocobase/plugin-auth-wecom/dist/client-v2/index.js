// SPDX-License-Identifier: Apache-2.0
// The button on the modern sign-in page /v/signin; because of its redirect a failure brings people back there.
define('@nocobase/plugin-auth-wecom/client-v2', ['react', 'antd', '@nocobase/client-v2'], function (
  React,
  antd,
  client,
) {
  const ns = '@nocobase/plugin-auth-wecom';
  const h = React.createElement;

  function SignInButton({ authenticator }) {
    const app = client.useApp();
    const { name, title, options = {} } = authenticator;
    const query = new URLSearchParams(window.location.search);
    const error = query.get('authenticator') === name ? query.get('error') : null;

    function start() {
      app.apiClient
        .request({
          method: 'post',
          url: 'wecom:getAuthUrl',
          headers: { 'X-Authenticator': name },
          data: { redirect: query.get('redirect') || '/v/admin' },
        })
        .then((response) => window.location.replace(response.data.data));
    }

    // Automatic login: only inside the WeCom client, and not again after a failure, which would go round in circles.
    React.useEffect(() => {
      if (options.autoLogin && !error && /wxwork/i.test(navigator.userAgent)) start();
    }, []);

    const button = h(
      antd.Button,
      { block: true, shape: 'round', onClick: start, 'data-testid': 'wecom-' + name },
      title || app.i18n.t('Sign in via WeCom', { ns }),
    );
    return h(
      'div',
      null,
      options.tooltip ? h(antd.Tooltip, { title: options.tooltip }, button) : button,
      error &&
        h(antd.Alert, {
          type: 'error',
          message: error,
          style: { marginTop: 8 },
          'data-testid': 'wecom-error',
        }),
    );
  }

  class PluginAuthWecomClientV2 extends client.Plugin {
    async load() {
      this.app.pm
        .get('auth')
        .registerType('wecom', { signInButtonLoader: () => Promise.resolve({ default: SignInButton }) });
    }
  }

  return { __esModule: true, default: PluginAuthWecomClientV2 };
});
