<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ui::AboutDialog</name>
    <message>
        <source>Parts and their licences</source>
        <translation>组成部分及其许可</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>About WeCom Setup</source>
        <translation>关于本程序</translation>
    </message>
    <message>
        <source>WeCom Setup for NocoBase</source>
        <translation>企业微信登录设置助手（NocoBase）</translation>
    </message>
    <message>
        <source>Version %1, with Qt %2</source>
        <translation>版本 %1，Qt %2</translation>
    </message>
    <message>
        <source>Free software under the Apache License 2.0, without any warranty. It is an independent project, not affiliated with WeCom or NocoBase; their names belong to them.</source>
        <translation>自由软件，采用 Apache 2.0 许可，不提供任何担保。本程序与企业微信、NocoBase 官方无关，其名称归各自所有。</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>In this package</source>
        <translation>随本程序附带</translation>
    </message>
</context>
<context>
    <name>ui::AfterCard</name>
    <message>
        <source>Delete the user %1 (account %2) from NocoBase? Nobody can sign in as this user any more. It is made anew when the same person signs in again.</source>
        <translation>要从 NocoBase 删除用户 %1（账号 %2）吗？删除后不能再以该用户登录。同一个人再次登录时会重新创建。</translation>
    </message>
    <message>
        <source>This test created the user %1 in NocoBase.</source>
        <translation>本次测试在 NocoBase 创建了用户 %1。</translation>
    </message>
    <message>
        <source>Deleting the user %1…</source>
        <translation>正在删除用户 %1…</translation>
    </message>
    <message>
        <source>The user %1 is deleted; NocoBase was asked once more.</source>
        <translation>用户 %1 已删除，并已向 NocoBase 核实。</translation>
    </message>
    <message>
        <source>The user %1 was not deleted.</source>
        <translation>用户 %1 没有删除。</translation>
    </message>
    <message>
        <source>The test is still signed in to NocoBase.</source>
        <translation>测试还登录着 NocoBase。</translation>
    </message>
    <message>
        <source>Signing out…</source>
        <translation>正在退出登录…</translation>
    </message>
    <message>
        <source>The test is signed out; NocoBase refuses its session now.</source>
        <translation>测试已退出登录，NocoBase 不再接受它的会话。</translation>
    </message>
    <message>
        <source>The test could not be signed out.</source>
        <translation>测试没能退出登录。</translation>
    </message>
    <message>
        <source>After the test</source>
        <translation>测试之后</translation>
    </message>
    <message>
        <source>Delete this user…</source>
        <translation>删除该用户…</translation>
    </message>
    <message>
        <source>&amp;Delete the user</source>
        <translation>删除用户(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Keep the user</source>
        <translation>保留用户(&amp;K)</translation>
    </message>
    <message>
        <source>NocoBase creates a user for everybody who signs in with WeCom for the first time.</source>
        <translation>任何人第一次用企业微信登录，NocoBase 都会创建用户。</translation>
    </message>
    <message>
        <source>Turn this off: review the change…</source>
        <translation>关闭此项：查看更改…</translation>
    </message>
    <message>
        <source>Sign the test out</source>
        <translation>退出测试登录</translation>
    </message>
</context>
<context>
    <name>ui::BeforeAfterTable</name>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>After</source>
        <translation>修改后</translation>
    </message>
    <message>
        <source>%1 now: %2</source>
        <translation>%1 现在：%2</translation>
    </message>
    <message>
        <source>%1 changes to: %2</source>
        <translation>%1 改为：%2</translation>
    </message>
    <message>
        <source>%1 stays: %2</source>
        <translation>%1 不变：%2</translation>
    </message>
</context>
<context>
    <name>ui::CallbackDomainPage</name>
    <message>
        <source>Authorized callback domain</source>
        <translation>授权回调域</translation>
    </message>
    <message>
        <source>WeCom&apos;s login page</source>
        <translation>企业微信登录页</translation>
    </message>
    <message>
        <source>On the app&apos;s page, under &lt;b&gt;Developer API&lt;/b&gt;, find &lt;b&gt;Log in to via authorization by WeCom&lt;/b&gt; and choose &lt;b&gt;Settings&lt;/b&gt;</source>
        <translation>在应用页面的&lt;b&gt;开发者接口&lt;/b&gt;中找到&lt;b&gt;企业微信授权登录&lt;/b&gt;，点击&lt;b&gt;设置&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Under &lt;b&gt;Web page&lt;/b&gt;, choose &lt;b&gt;Set authorized callback domain&lt;/b&gt; and paste</source>
        <translation>在&lt;b&gt;Web网页&lt;/b&gt;下点击&lt;b&gt;设置授权回调域&lt;/b&gt;并粘贴</translation>
    </message>
    <message>
        <source>Choose &lt;b&gt;Save&lt;/b&gt;, then come back</source>
        <translation>点击&lt;b&gt;保存&lt;/b&gt;，然后回到这里</translation>
    </message>
    <message>
        <source>You can confirm this step; the test login proves it.</source>
        <translation>你可以确认此步骤，测试登录时会得到验证。</translation>
    </message>
</context>
<context>
    <name>ui::CheckList</name>
    <message>
        <source>%1, %2</source>
        <comment>seen from where, when</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Possible: %1</source>
        <translation>可能的原因：%1</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Go to: %1</source>
        <translation>前往：%1</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>打开页面</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>To look from your NocoBase server, a custom request is created there and removed again. The server&apos;s log then holds a token that works for at most two hours.</source>
        <translation>要从 NocoBase 服务器上查看，需要在那里创建一个自定义请求，用完即删除。服务器日志中会留下一个最多两小时有效的令牌。</translation>
    </message>
    <message>
        <source>Enabling the plugin restarts NocoBase for everyone who works in it now. It takes about a minute.</source>
        <translation>启用插件会重启 NocoBase，正在使用的人都会受影响，大约需要一分钟。</translation>
    </message>
    <message>
        <source>Ask through NocoBase</source>
        <translation>通过 NocoBase 查询</translation>
    </message>
    <message>
        <source>Enable it now</source>
        <translation>立即启用</translation>
    </message>
    <message>
        <source>Trust this certificate</source>
        <translation>信任此证书</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>复制：%1</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>After too many wrong Secrets WeCom blocks this network for an hour, and with it your server if it shares the address. Send this one only if you have just copied it.</source>
        <translation>错误的 Secret 太多时，企业微信会封禁当前网络一小时；服务器如果共用这个出口地址，也会受影响。只有刚刚重新复制过，才发送这一个。</translation>
    </message>
    <message>
        <source>Send it</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>This program has set the domain %1 times this month. WeCom takes 20 a month of a company, also counting those made by hand.</source>
        <translation>本月已通过本程序设置域名 %1 次。企业微信每月最多允许整个企业设置 20 次，手工设置的也算在内。</translation>
    </message>
    <message>
        <source>Host: %1</source>
        <translation>主机：%1</translation>
    </message>
    <message>
        <source>Issued by: %1</source>
        <translation>颁发者：%1</translation>
    </message>
    <message>
        <source>Valid from %1 to %2</source>
        <translation>有效期：%1 至 %2</translation>
    </message>
    <message>
        <source>SHA-256: %1</source>
        <translation>SHA-256：%1</translation>
    </message>
    <message>
        <source>Trust this certificate only if its fingerprint is the one your server&apos;s administrator tells you:</source>
        <translation>请先向服务器管理员核对指纹，一致时才信任此证书：</translation>
    </message>
    <message>
        <source>In WeCom now: %1</source>
        <translation>企业微信中现在是：%1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Afterwards: %1</source>
        <translation>修改后：%1</translation>
    </message>
    <message>
        <source>Set it in WeCom</source>
        <translation>在企业微信中修改</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo: put back %1</source>
        <translation>撤销：恢复为 %1</translation>
    </message>
    <message>
        <source>Put back %1</source>
        <translation>恢复为 %1</translation>
    </message>
</context>
<context>
    <name>ui::ClipboardOffer</name>
    <message>
        <source>Put it &amp;in</source>
        <translation>填入(&amp;I)</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
</context>
<context>
    <name>ui::CloseGuard</name>
    <message>
        <source>Settings are being written to NocoBase. If that stopped halfway, sign-in might not work. It takes a few seconds.</source>
        <translation>正在把设置写入 NocoBase。如果中途停下，登录可能会失效。只需几秒钟。</translation>
    </message>
    <message>
        <source>The old settings are being put back in NocoBase. If that stopped halfway, sign-in might not work. It takes a few seconds.</source>
        <translation>正在把 NocoBase 恢复为原来的设置。如果中途停下，登录可能会失效。只需几秒钟。</translation>
    </message>
    <message>
        <source>NocoBase is enabling the WeCom plugin and restarts. It does that on its own, also without this window. The next start looks at how it went.</source>
        <translation>NocoBase 正在启用企业微信插件并重启。即使关闭本窗口，它也会自行完成。下次启动时会检查结果。</translation>
    </message>
    <message>
        <source>The sample row is being removed from NocoBase. It takes a few seconds.</source>
        <translation>正在从 NocoBase 删除示例记录。只需几秒钟。</translation>
    </message>
    <message>
        <source>NocoBase is asking WeCom for this check. The request that was made for it is still to be removed from NocoBase. It takes a few seconds.</source>
        <translation>NocoBase 正在为这项检查询问企业微信。为此建立的请求还要从 NocoBase 中删除。只需几秒钟。</translation>
    </message>
    <message>
        <source>The window closes when it is done.</source>
        <translation>完成后窗口会自动关闭。</translation>
    </message>
    <message>
        <source>Close when it is &amp;done</source>
        <translation>完成后关闭(&amp;D)</translation>
    </message>
    <message>
        <source>Close &amp;now</source>
        <translation>立即关闭(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>留在这里(&amp;S)</translation>
    </message>
</context>
<context>
    <name>ui::ConfirmBox</name>
    <message>
        <source>&amp;I did this in the console</source>
        <translation>我已在管理后台完成此操作(&amp;I)</translation>
    </message>
    <message>
        <source>Your word counts for what has not been checked here. The test login proves it.</source>
        <translation>这里没有检查到的，以你的确认为准。测试登录会验证它。</translation>
    </message>
</context>
<context>
    <name>ui::ConsoleCard</name>
    <message>
        <source>Picture of the page in the console</source>
        <translation>管理后台页面示意图</translation>
    </message>
    <message>
        <source>Picture of the page in the console; marked: %1</source>
        <translation>管理后台页面示意图，标出：%1</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>&amp;Open the console</source>
        <translation>打开管理后台(&amp;O)</translation>
    </message>
</context>
<context>
    <name>ui::ConsolePath</name>
    <message>
        <source>your app</source>
        <translation>你的应用</translation>
    </message>
</context>
<context>
    <name>ui::ConsoleStepPage</name>
    <message>
        <source>Do this in the console</source>
        <translation>在管理后台操作</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查结果</translation>
    </message>
</context>
<context>
    <name>ui::CopyRow</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>复制：%1</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>已隐藏</translation>
    </message>
    <message numerus="yes">
        <source>Copied for %n second(s)</source>
        <translation>
            <numerusform>已复制，保留 %n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>已复制：%1</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>还不知道</translation>
    </message>
</context>
<context>
    <name>ui::CreateAppPage</name>
    <message>
        <source>Open &lt;b&gt;App Management&lt;/b&gt; and go to &lt;b&gt;Self-built&lt;/b&gt;</source>
        <translation>打开&lt;b&gt;应用管理&lt;/b&gt;，找到&lt;b&gt;自建&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Choose &lt;b&gt;Create an app&lt;/b&gt;, and give it a logo and the name your colleagues will see</source>
        <translation>点击&lt;b&gt;创建应用&lt;/b&gt;，上传应用 logo，填写同事看到的应用名称</translation>
    </message>
    <message>
        <source>Under &lt;b&gt;Allowed users&lt;/b&gt;, choose the departments or members who will sign in. Nobody else can use the login.</source>
        <translation>在&lt;b&gt;可见范围&lt;/b&gt;中选择需要登录的部门或成员，其他人无法登录。</translation>
    </message>
    <message>
        <source>Choose &lt;b&gt;Create an app&lt;/b&gt; at the bottom, then come back</source>
        <translation>点击底部的&lt;b&gt;创建应用&lt;/b&gt;，然后回到这里</translation>
    </message>
    <message>
        <source>Who may see it</source>
        <translation>谁可以看到</translation>
    </message>
</context>
<context>
    <name>ui::CredentialWords</name>
    <message>
        <source>Company ID</source>
        <translation>企业ID</translation>
    </message>
    <message>
        <source>AgentId</source>
        <translation>AgentId</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>This is the hidden form with stars. Show the value in the console first, then copy it.</source>
        <translation>这是带星号的隐藏形式。请先在管理后台显示该值，再复制。</translation>
    </message>
    <message>
        <source>This looks like the AppSecret of a WeChat public account. The Secret stands on the app&apos;s page in WeCom&apos;s console.</source>
        <translation>这看起来是微信公众号的 AppSecret。Secret 在企业微信管理后台的应用页面上。</translation>
    </message>
    <message>
        <source>This may be the id of a WeChat public account. The Company ID stands at the bottom of My Company.</source>
        <translation>这可能是微信公众号的 ID。企业ID 在“我的企业”页面底部。</translation>
    </message>
    <message>
        <source>A Company ID usually begins with ww and has 18 characters.</source>
        <translation>企业ID 通常以 ww 开头，共 18 个字符。</translation>
    </message>
    <message>
        <source>An AgentId is usually a number like 1000004.</source>
        <translation>AgentId 通常是 1000004 这样的数字。</translation>
    </message>
    <message>
        <source>A Secret usually has 43 characters; this one has %1.</source>
        <translation>Secret 通常有 43 个字符，这里有 %1 个。</translation>
    </message>
    <message>
        <source>This cannot be a Company ID.</source>
        <translation>这不可能是企业ID。</translation>
    </message>
    <message>
        <source>An AgentId is a number.</source>
        <translation>AgentId 是一个数字。</translation>
    </message>
    <message>
        <source>This cannot be a Secret.</source>
        <translation>这不可能是 Secret。</translation>
    </message>
    <message>
        <source>This is the long number of the console&apos;s address bar. The AgentId is the short one on the app&apos;s page.</source>
        <translation>这是管理后台地址栏中的长数字。AgentId 是应用页面上的短数字。</translation>
    </message>
    <message>
        <source>Not taken: this is the hidden form with stars. Show the value in the console first, then copy it.</source>
        <translation>没有填入：这是带星号的隐藏形式。请先在管理后台显示该值，再复制。</translation>
    </message>
    <message>
        <source>Not taken: this is the address of a page in WeCom&apos;s console. The number in it is not the AgentId; open that page and copy the values that stand on it.</source>
        <translation>没有填入：这是企业微信管理后台的页面地址，其中的数字不是 AgentId。请打开该页面，复制页面上的值。</translation>
    </message>
    <message>
        <source>Recognised: %1</source>
        <translation>已识别：%1</translation>
    </message>
    <message>
        <source>Recognised and put where it belongs: %1</source>
        <translation>已识别并填到对应的位置：%1</translation>
    </message>
    <message>
        <source>something that looks like the Secret</source>
        <translation>一段像是 Secret 的内容</translation>
    </message>
    <message>
        <source>On your clipboard: %1</source>
        <translation>剪贴板中有：%1</translation>
    </message>
</context>
<context>
    <name>ui::CredentialsPage</name>
    <message>
        <source>&amp;Fill in the sample values</source>
        <translation>填入示例值(&amp;F)</translation>
    </message>
    <message>
        <source>Not stored: %1</source>
        <translation>未保存：%1</translation>
    </message>
    <message>
        <source>These values were stored for other addresses than this setup names. Nothing is sent until you agree that they may go to %1 and %2.</source>
        <translation>这些值保存时对应的地址与当前配置不同。在你同意发送到 %1 和 %2 之前，不会发送任何内容。</translation>
    </message>
    <message>
        <source>All values checked</source>
        <translation>所有值都已检查</translation>
    </message>
    <message>
        <source>&amp;Company ID</source>
        <translation>企业ID(&amp;C)</translation>
    </message>
    <message>
        <source>My Company → Company information → Company ID (bottom of the page)</source>
        <translation>我的企业 → 企业信息 → 企业ID（页面底部）</translation>
    </message>
    <message>
        <source>&amp;AgentId</source>
        <translation>AgentId(&amp;A)</translation>
    </message>
    <message>
        <source>App Management → your app → AgentId</source>
        <translation>应用管理 → 你的应用 → AgentId</translation>
    </message>
    <message>
        <source>&amp;Secret</source>
        <translation>Secret(&amp;S)</translation>
    </message>
    <message>
        <source>Press View next to Secret; WeCom sends it to your phone</source>
        <translation>点击 Secret 旁的“查看”，企业微信会把它发到你的手机</translation>
    </message>
    <message>
        <source>Checked with WeCom</source>
        <translation>企业微信的检查结果</translation>
    </message>
    <message>
        <source>In the console</source>
        <translation>在管理后台</translation>
    </message>
    <message>
        <source>They may be sent there</source>
        <translation>同意发送到这些地址</translation>
    </message>
    <message>
        <source>Keep them for this run only</source>
        <translation>仅本次运行保留</translation>
    </message>
    <message>
        <source>Copy three values from the WeCom admin console. They are kept for this run only.</source>
        <translation>从企业微信管理后台复制三个值。它们只在本次运行中保留。</translation>
    </message>
</context>
<context>
    <name>ui::EnablingBar</name>
    <message>
        <source>Step 1 of 3: NocoBase enables the plugin…</source>
        <translation>第 1 步，共 3 步：NocoBase 正在启用插件…</translation>
    </message>
    <message>
        <source>Step 2 of 3: NocoBase restarts…</source>
        <translation>第 2 步，共 3 步：NocoBase 正在重启…</translation>
    </message>
    <message>
        <source>Step 3 of 3: NocoBase answers again, and settles…</source>
        <translation>第 3 步，共 3 步：NocoBase 已恢复响应，正在等待稳定…</translation>
    </message>
    <message>
        <source>%1 s of at most %2 s</source>
        <translation>已用 %1 秒，最多 %2 秒</translation>
    </message>
</context>
<context>
    <name>ui::FinishPage</name>
    <message numerus="yes">
        <source>%1 of %2 steps done, %n need attention</source>
        <translation>
            <numerusform>已完成 %1 步，共 %2 步，%n 步需要处理</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 steps done</source>
        <translation>已完成 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>Workbench homepage</source>
        <translation>工作台应用主页</translation>
    </message>
    <message>
        <source>QR code of the workbench homepage, to be scanned with WeCom</source>
        <translation>工作台应用主页二维码，请用企业微信扫描</translation>
    </message>
    <message>
        <source>Where everything stands (rehearsal)</source>
        <translation>总体情况（演练）</translation>
    </message>
    <message>
        <source>Where everything stands</source>
        <translation>总体情况</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>What was checked, from where and when, what was changed, and how the test login went. No secret is in it.</source>
        <translation>检查了什么、从哪里、何时检查，修改了什么，以及测试登录的结果。其中不含任何密钥。</translation>
    </message>
    <message>
        <source>&amp;Save report…</source>
        <translation>保存报告(&amp;S)…</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>交接</translation>
    </message>
    <message>
        <source>The settings as a file for a colleague&apos;s computer. Company ID, AgentId, Secret and password are not in it.</source>
        <translation>把配置保存为文件，供同事的电脑使用。其中不含企业ID、AgentId、Secret 和密码。</translation>
    </message>
    <message>
        <source>Save &amp;file…</source>
        <translation>保存文件(&amp;F)…</translation>
    </message>
    <message>
        <source>How colleagues sign in for the first time</source>
        <translation>同事首次登录的方法</translation>
    </message>
    <message>
        <source>Open WeCom on the phone and go to &lt;b&gt;Workbench&lt;/b&gt;</source>
        <translation>在手机上打开企业微信，进入&lt;b&gt;工作台&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Tap the app, or scan this code with WeCom</source>
        <translation>点击该应用，或用企业微信扫描此二维码</translation>
    </message>
    <message>
        <source>Allow the phone number. From then on the button on NocoBase&apos;s sign-in page works too</source>
        <translation>同意提供手机号。之后 NocoBase 登录页上的按钮也可以使用</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Data (*.json)</source>
        <translation>数据 (*.json)</translation>
    </message>
    <message>
        <source>Save hand-over file</source>
        <translation>保存交接文件</translation>
    </message>
    <message>
        <source>Setup (*.json)</source>
        <translation>配置 (*.json)</translation>
    </message>
    <message>
        <source>%1 could not be written. %2</source>
        <translation>无法写入 %1。%2</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Check &amp;everything again</source>
        <translation>全部重新检查(&amp;E)</translation>
    </message>
    <message>
        <source>What is left, and for whom</source>
        <translation>还要做的事，由谁来做</translation>
    </message>
    <message>
        <source>&amp;Copy as a message in English and Chinese</source>
        <translation>复制为中英文消息(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Look at it or print…</source>
        <translation>预览或打印(&amp;L)…</translation>
    </message>
    <message>
        <source>Save as a &amp;poster…</source>
        <translation>保存为海报(&amp;P)…</translation>
    </message>
    <message>
        <source>Save poster</source>
        <translation>保存海报</translation>
    </message>
    <message>
        <source>Copied. It holds no secret; send it to both admins.</source>
        <translation>已复制。内容不含任何密钥，可以发给两位管理员。</translation>
    </message>
    <message>
        <source>Certificates, addresses and settings change: check again in a week, on %1, and after every change.</source>
        <translation>证书、地址和设置都会变化：请在一周后（%1）以及每次改动之后再检查一遍。</translation>
    </message>
    <message>
        <source>Save a re&amp;minder for the calendar…</source>
        <translation>保存日历提醒…(&amp;M)</translation>
    </message>
    <message>
        <source>Save it as a &amp;text…</source>
        <translation>保存为文本…(&amp;T)</translation>
    </message>
    <message>
        <source>Save what is left</source>
        <translation>保存待办事项</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
    <message>
        <source>Save reminder</source>
        <translation>保存提醒</translation>
    </message>
    <message>
        <source>Calendar (*.ics)</source>
        <translation>日历 (*.ics)</translation>
    </message>
    <message>
        <source>The settings as a file for a colleague&apos;s computer. In a rehearsal it is a sample that cannot be imported.</source>
        <translation>把配置保存为文件，供同事的电脑使用。演练中保存的只是示例，不能导入。</translation>
    </message>
    <message>
        <source>When last checked: %1 of %2</source>
        <translation>上次检查时：%1/%2</translation>
    </message>
    <message>
        <source>Was checked on %1; not looked at since the start</source>
        <translation>%1 检查时正常，启动后尚未查看</translation>
    </message>
</context>
<context>
    <name>ui::Footer</name>
    <message>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
</context>
<context>
    <name>ui::GuideWindow</name>
    <message>
        <source>Guide</source>
        <translation>使用指南</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
</context>
<context>
    <name>ui::HomepagePage</name>
    <message>
        <source>Homepage link</source>
        <translation>主页链接</translation>
    </message>
    <message>
        <source>Homepage link for computers</source>
        <translation>电脑端主页链接</translation>
    </message>
    <message>
        <source>Homepage link for phones</source>
        <translation>手机端主页链接</translation>
    </message>
    <message>
        <source>Fits, since automatic login is on: NocoBase signs people in by itself.</source>
        <translation>已开启自动登录，这样即可：NocoBase 会自动完成登录。</translation>
    </message>
    <message>
        <source>Without automatic login people land on the sign-in page. Switch it on in step 8, or take WeCom&apos;s login address.</source>
        <translation>未开启自动登录时，用户会停在登录页。请在第 8 步开启，或使用企业微信的登录地址。</translation>
    </message>
    <message>
        <source>Signs people in on its own, and asks for the phone number by which NocoBase finds the user.</source>
        <translation>自行完成登录，并请求手机号，NocoBase 据此找到用户。</translation>
    </message>
    <message>
        <source>What opens in the workbench</source>
        <translation>在工作台中打开什么</translation>
    </message>
    <message>
        <source>A &amp;plain NocoBase address</source>
        <translation>NocoBase 普通地址(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;WeCom&apos;s login address (OAuth)</source>
        <translation>企业微信登录地址（OAuth）(&amp;W)</translation>
    </message>
    <message>
        <source>A page of its own for p&amp;hones</source>
        <translation>手机端使用单独的页面(&amp;H)</translation>
    </message>
    <message>
        <source>Pa&amp;ge</source>
        <translation>页面(&amp;G)</translation>
    </message>
    <message>
        <source>A page of NocoBase, for example /admin</source>
        <translation>NocoBase 的页面，例如 /admin</translation>
    </message>
    <message>
        <source>Page on phon&amp;es</source>
        <translation>手机端页面(&amp;E)</translation>
    </message>
    <message>
        <source>For example /m</source>
        <translation>例如 /m</translation>
    </message>
    <message>
        <source>For computers</source>
        <translation>电脑端</translation>
    </message>
    <message>
        <source>For phones</source>
        <translation>手机端</translation>
    </message>
    <message>
        <source>On the app&apos;s page, find &lt;b&gt;App Homepage&lt;/b&gt; and choose &lt;b&gt;Settings&lt;/b&gt;</source>
        <translation>在应用页面找到&lt;b&gt;应用主页&lt;/b&gt;，点击&lt;b&gt;配置&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Choose &lt;b&gt;Web page&lt;/b&gt; and paste; for two links, first choose to set up mobile and desktop separately</source>
        <translation>选择&lt;b&gt;网页&lt;/b&gt;并粘贴；如需两个链接，先选择分别设置手机端和电脑端</translation>
    </message>
    <message>
        <source>Choose &lt;b&gt;Confirm&lt;/b&gt;, then come back</source>
        <translation>点击&lt;b&gt;确定&lt;/b&gt;，然后回到这里</translation>
    </message>
</context>
<context>
    <name>ui::LayoutCard</name>
    <message>
        <source>There is no WeCom authenticator in NocoBase yet.</source>
        <translation>NocoBase 中还没有企业微信认证器。</translation>
    </message>
    <message>
        <source>The assistant is watching for it…</source>
        <translation>助手正在等待它出现…</translation>
    </message>
    <message>
        <source>Nothing has appeared in NocoBase for ten minutes.</source>
        <translation>十分钟内 NocoBase 中没有出现新的认证器。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再次查看</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Fill in NocoBase&apos;s own form</source>
        <translation>在 NocoBase 自己的表单中填写</translation>
    </message>
    <message>
        <source>Show the assistant where your plugin keeps its options</source>
        <translation>让助手知道插件把选项存放在哪里</translation>
    </message>
    <message>
        <source>Nobody but NocoBase&apos;s own form knows that. Save one authenticator there with these sample values; the assistant reads it and learns. It stays disabled, so nobody can sign in by it.</source>
        <translation>只有 NocoBase 自己的表单知道。请在那里用下面的示例值保存一个认证器，助手读取后就会明白。它保持未启用，没有人能用它登录。</translation>
    </message>
    <message>
        <source>Open the page of authenticators, press &lt;b&gt;Add new&lt;/b&gt; and choose &lt;b&gt;WeCom&lt;/b&gt;</source>
        <translation>打开认证器页面，点击&lt;b&gt;添加&lt;/b&gt;，选择&lt;b&gt;企业微信&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Fill in these values. Switch &lt;b&gt;Automatic login&lt;/b&gt; on if there is such a field, and leave &lt;b&gt;Enabled&lt;/b&gt; off</source>
        <translation>填入这些值。如果有&lt;b&gt;自动登录&lt;/b&gt;请打开，&lt;b&gt;启用&lt;/b&gt;保持关闭</translation>
    </message>
    <message>
        <source>Press &lt;b&gt;Submit&lt;/b&gt;. The assistant sees it by itself</source>
        <translation>点击&lt;b&gt;提交&lt;/b&gt;，助手会自动发现</translation>
    </message>
    <message>
        <source>&amp;Open the page</source>
        <translation>打开页面(&amp;O)</translation>
    </message>
    <message>
        <source>In the &amp;new interface</source>
        <translation>在新版界面打开(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;I have entered them</source>
        <translation>我已填好(&amp;I)</translation>
    </message>
    <message>
        <source>I would rather fill in the real values there myself</source>
        <translation>我想自己在那里填写真实的值</translation>
    </message>
    <message>
        <source>Let the assistant learn it from sample values instead</source>
        <translation>改为让助手通过示例值学习</translation>
    </message>
    <message>
        <source>Add a WeCom authenticator in NocoBase with these values and enable it. The assistant then reads back what it can, and proves the rest.</source>
        <translation>请在 NocoBase 中用这些值添加企业微信认证器并启用。之后助手会读回能读的内容，并验证其余部分。</translation>
    </message>
    <message>
        <source>Sample values</source>
        <translation>示例值</translation>
    </message>
    <message>
        <source>Values for NocoBase&apos;s form</source>
        <translation>填入 NocoBase 表单的值</translation>
    </message>
</context>
<context>
    <name>ui::LayoutQuestions</name>
    <message>
        <source>Questions</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>%1 of the authenticator “%2” is kept in:</source>
        <translation>认证器“%2”的 %1 存放在：</translation>
    </message>
    <message>
        <source>%1 (empty)</source>
        <translation>%1（空）</translation>
    </message>
    <message>
        <source>%1, where it now says %2</source>
        <translation>%1，当前内容是 %2</translation>
    </message>
    <message>
        <source>None of these: leave this option alone</source>
        <translation>都不是：不改动这个选项</translation>
    </message>
    <message>
        <source>Which place is the right one?</source>
        <translation>哪个位置是对的？</translation>
    </message>
</context>
<context>
    <name>ui::LoginCard</name>
    <message>
        <source>The last test login, on %1</source>
        <translation>上次测试登录：%1</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>保存为文件…</translation>
    </message>
    <message>
        <source>Save the login</source>
        <translation>保存登录过程</translation>
    </message>
    <message>
        <source>Data (*.json)</source>
        <translation>数据 (*.json)</translation>
    </message>
    <message>
        <source>Saved as %1. It holds no code and no token.</source>
        <translation>已保存为 %1，其中没有授权码和令牌。</translation>
    </message>
    <message>
        <source>%1 could not be written. %2</source>
        <translation>无法写入 %1。%2</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The setup file could not be read. It is kept as %1, and a fresh one is used.</source>
        <translation>此配置的文件无法读取，已保留为 %1，并新建了一个。</translation>
    </message>
    <message>
        <source>%1 · Step %2 of %3</source>
        <translation>%1 · 第 %2 步，共 %3 步</translation>
    </message>
    <message>
        <source>Close once more to leave without saving.</source>
        <translation>再次关闭即不保存直接退出。</translation>
    </message>
    <message>
        <source>“%1” was imported as a setup of its own. Account, password, Company ID, AgentId and Secret are not in such a file: fill them in here.</source>
        <translation>“%1”已作为一项独立的配置导入。这种文件里没有账号、密码、企业ID、AgentId 和 Secret，请在这里填写。</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>The setup “%1” was not removed: %2</source>
        <translation>配置“%1”未被移除：%2</translation>
    </message>
    <message>
        <source>“%1” was imported and waits on the page Welcome. The rehearsal goes on.</source>
        <translation>“%1”已导入，可在“欢迎”页打开。演练继续进行。</translation>
    </message>
</context>
<context>
    <name>ui::NewLinkCard</name>
    <message>
        <source>Looking who is linked to WeCom already…</source>
        <translation>正在查看已绑定企业微信的用户…</translation>
    </message>
    <message>
        <source>A first login leaves a new link in NocoBase, which is seen here. Watching, %1 left.</source>
        <translation>首次登录会在 NocoBase 里留下新的绑定，这里能看到。正在等待，还剩 %1。</translation>
    </message>
    <message>
        <source>Somebody&apos;s first login has come through.</source>
        <translation>有人首次登录成功了。</translation>
    </message>
    <message>
        <source>Seen in NocoBase, and the one you tried: this step is verified.</source>
        <translation>已在 NocoBase 里看到，而且正是你试的那次：这一步已验证。</translation>
    </message>
    <message>
        <source>No first login was seen in ten minutes. Later logins of the same person leave nothing to see.</source>
        <translation>十分钟内没有看到首次登录。同一个人之后的登录不会留下痕迹。</translation>
    </message>
    <message>
        <source>NocoBase cannot be asked for new links now. Sign in to it in the step NocoBase, and apply the login first.</source>
        <translation>现在无法向 NocoBase 查询新的绑定。请先在“NocoBase”步骤登录，并应用登录设置。</translation>
    </message>
    <message>
        <source>%1 is linked to WeCom now. Is this the login that you tried?</source>
        <translation>%1 现在绑定了企业微信。这是你试的那次登录吗？</translation>
    </message>
    <message>
        <source>What NocoBase sees</source>
        <translation>NocoBase 看到的</translation>
    </message>
    <message>
        <source>Yes, that was it</source>
        <translation>对，就是这次</translation>
    </message>
    <message>
        <source>No, somebody else</source>
        <translation>不，是别人</translation>
    </message>
    <message>
        <source>Watch again</source>
        <translation>重新等待</translation>
    </message>
</context>
<context>
    <name>ui::NocobasePage</name>
    <message>
        <source>This is no web address. It looks like crm.example.com.</source>
        <translation>这不是网址。网址形如 crm.example.com。</translation>
    </message>
    <message>
        <source>C&amp;heck connection</source>
        <translation>检查连接(&amp;H)</translation>
    </message>
    <message>
        <source>Not stored: %1</source>
        <translation>未保存：%1</translation>
    </message>
    <message>
        <source>&amp;Address of your NocoBase</source>
        <translation>NocoBase 的地址(&amp;A)</translation>
    </message>
    <message>
        <source>As your colleagues type it, for example https://crm.example.com. It becomes the Origin of the login.</source>
        <translation>同事访问时输入的地址，例如 https://crm.example.com。它将作为登录的 Origin。</translation>
    </message>
    <message>
        <source>Send my password although the connection is &amp;not encrypted (http)</source>
        <translation>连接未加密 (http)，仍然发送密码(&amp;N)</translation>
    </message>
    <message>
        <source>How to sign in</source>
        <translation>登录方式</translation>
    </message>
    <message>
        <source>Acco&amp;unt and password</source>
        <translation>账号和密码(&amp;U)</translation>
    </message>
    <message>
        <source>API &amp;key</source>
        <translation>API 密钥(&amp;K)</translation>
    </message>
    <message>
        <source>Acc&amp;ount</source>
        <translation>账号(&amp;O)</translation>
    </message>
    <message>
        <source>An account that may manage authentication, for example the first administrator</source>
        <translation>有权管理用户认证的账号，例如初始管理员</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>密码(&amp;P)</translation>
    </message>
    <message>
        <source>Used for this run and never stored</source>
        <translation>仅本次运行使用，不会保存</translation>
    </message>
    <message>
        <source>API ke&amp;y</source>
        <translation>API 密钥(&amp;Y)</translation>
    </message>
    <message>
        <source>Made in NocoBase under Settings → API keys, with a role that may manage authentication</source>
        <translation>在 NocoBase 的“设置 → API 密钥”中创建，角色需有权管理用户认证</translation>
    </message>
    <message>
        <source>Keep the API key in this computer&apos;s key&amp;chain</source>
        <translation>把 API 密钥保存在本机的钥匙串中(&amp;C)</translation>
    </message>
    <message>
        <source>More: another application than the main one</source>
        <translation>更多：使用主应用以外的应用</translation>
    </message>
    <message>
        <source>App&amp;lication</source>
        <translation>应用(&amp;L)</translation>
    </message>
    <message>
        <source>“main”, or the name of a sub-application of this NocoBase</source>
        <translation>“main”，或此 NocoBase 的子应用名称</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>What is looked at</source>
        <translation>检查内容</translation>
    </message>
    <message>
        <source>Whether NocoBase answers, its certificate and version, whether the WeCom plugin is there and on, and which WeCom logins exist already. Nothing is changed on this page.</source>
        <translation>NocoBase 是否可以访问，证书和版本，企业微信插件是否存在并已启用，以及已有哪些企业微信登录。此页不会修改任何内容。</translation>
    </message>
    <message>
        <source>&amp;Fill in the sample account</source>
        <translation>填入示例账号(&amp;F)</translation>
    </message>
    <message>
        <source>Certificates you trust</source>
        <translation>你信任的证书</translation>
    </message>
    <message>
        <source>Stop trusting it</source>
        <translation>不再信任</translation>
    </message>
    <message>
        <source>Stop trusting the certificate of %1</source>
        <translation>不再信任 %1 的证书</translation>
    </message>
    <message>
        <source>This is an address of WeCom. Here belongs the address of your NocoBase.</source>
        <translation>这是企业微信的地址。这里应填写你的 NocoBase 的地址。</translation>
    </message>
    <message>
        <source>The rehearsal asks its own NocoBase alone; nothing is sent to this address. For your own NocoBase, begin a setup on the page Welcome.</source>
        <translation>演练只访问自带的 NocoBase，不会向这个地址发送任何内容。要连接你自己的 NocoBase，请在“欢迎”页新建一项配置。</translation>
    </message>
    <message>
        <source>Put the rehearsal&apos;s address back</source>
        <translation>恢复演练的地址</translation>
    </message>
</context>
<context>
    <name>ui::NumberedSteps</name>
    <message>
        <source>What to do</source>
        <translation>操作步骤</translation>
    </message>
</context>
<context>
    <name>ui::OpenPage</name>
    <message>
        <source>No browser opened</source>
        <translation>没能打开浏览器</translation>
    </message>
    <message>
        <source>No browser could be opened. Open this address yourself:</source>
        <translation>没能打开浏览器，请自行打开这个地址：</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>复制地址</translation>
    </message>
</context>
<context>
    <name>ui::OptionsPage</name>
    <message>
        <source>Needs NocoBase %1; this one is %2. Your wish is kept until then.</source>
        <translation>需要 NocoBase %1，当前为 %2。你的选择会保留到升级之后。</translation>
    </message>
    <message>
        <source>It is not known where this plugin keeps this option. Set it in NocoBase&apos;s own form.</source>
        <translation>不清楚此插件把该选项存在哪里，请在 NocoBase 自己的表单中设置。</translation>
    </message>
    <message>
        <source>NocoBase holds the variable %1 here; it is left as it is.</source>
        <translation>NocoBase 在此处使用变量 %1，将保持不变。</translation>
    </message>
    <message>
        <source>Without a title the button has the plugin&apos;s own name.</source>
        <translation>不填标题时，按钮显示插件自己的名称。</translation>
    </message>
    <message>
        <source>Origin: %1 – the address colleagues type, from step 2. WeCom sends people back to it.</source>
        <translation>Origin：%1，即第 2 步中同事访问的地址。企业微信会跳转回这里。</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>尚不清楚</translation>
    </message>
    <message>
        <source>On the sign-in page</source>
        <translation>登录页上</translation>
    </message>
    <message>
        <source>When somebody signs in</source>
        <translation>登录时</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>&amp;Title of the button</source>
        <translation>按钮标题(&amp;T)</translation>
    </message>
    <message>
        <source>What colleagues read on NocoBase&apos;s sign-in page</source>
        <translation>同事在 NocoBase 登录页上看到的文字</translation>
    </message>
    <message>
        <source>T&amp;ooltip of the button</source>
        <translation>按钮提示(&amp;O)</translation>
    </message>
    <message>
        <source>May stay empty. Shown when the mouse rests on the button</source>
        <translation>可以留空。鼠标停在按钮上时显示</translation>
    </message>
    <message>
        <source>Sho&amp;w the button</source>
        <translation>显示按钮(&amp;W)</translation>
    </message>
    <message>
        <source>The authenticator is enabled in NocoBase</source>
        <translation>在 NocoBase 中启用此认证器</translation>
    </message>
    <message>
        <source>&amp;Automatic login</source>
        <translation>自动登录(&amp;A)</translation>
    </message>
    <message>
        <source>A NocoBase link opened inside WeCom signs people in by itself. Only one authenticator can have it.</source>
        <translation>在企业微信中打开 NocoBase 链接时自动登录。只有一个认证器可以开启。</translation>
    </message>
    <message>
        <source>&amp;Create a user when no phone number matches</source>
        <translation>没有匹配的手机号时自动创建用户(&amp;C)</translation>
    </message>
    <message>
        <source>Off: only people whose phone number is in NocoBase already can sign in</source>
        <translation>关闭时，只有手机号已在 NocoBase 中的人可以登录</translation>
    </message>
    <message>
        <source>Workbench a&amp;pplication redirect link</source>
        <translation>工作台应用跳转链接(&amp;P)</translation>
    </message>
    <message>
        <source>May stay empty. The page after signing in, for example /admin or /m</source>
        <translation>可以留空。登录后打开的页面，例如 /admin 或 /m</translation>
    </message>
</context>
<context>
    <name>ui::OwnBrowser</name>
    <message>
        <source>Noted as confirmed by you. The program itself did not see this login.</source>
        <translation>已记为由你确认。程序本身没有看到这次登录。</translation>
    </message>
    <message>
        <source>Sign-in page</source>
        <translation>登录页</translation>
    </message>
    <message>
        <source>QR code of the sign-in page</source>
        <translation>登录页二维码</translation>
    </message>
    <message>
        <source>In your own browser</source>
        <translation>在你自己的浏览器中</translation>
    </message>
    <message>
        <source>Open the sign-in page, press the WeCom button and scan with WeCom on your phone. A private window shows what new people see.</source>
        <translation>打开登录页，点击企业微信按钮，用手机上的企业微信扫码。使用无痕窗口可以看到新用户看到的内容。</translation>
    </message>
    <message>
        <source>&amp;Open the sign-in page</source>
        <translation>打开登录页(&amp;O)</translation>
    </message>
    <message>
        <source>The QR code opens the same page on another device.</source>
        <translation>二维码可在其他设备上打开同一页面。</translation>
    </message>
    <message>
        <source>How did it end?</source>
        <translation>结果如何？</translation>
    </message>
    <message>
        <source>Use the built-in browser</source>
        <translation>使用内置浏览器</translation>
    </message>
    <message>
        <source>The program cannot look into your browser. Choose what you saw last.</source>
        <translation>程序看不到你浏览器里的内容。请选择你最后看到的画面。</translation>
    </message>
    <message>
        <source>This address works on this computer only, so there is no QR code for another device.</source>
        <translation>这个地址只在本机有效，所以没有给其他设备用的二维码。</translation>
    </message>
</context>
<context>
    <name>ui::OwnershipGuide</name>
    <message>
        <source>Put the file into /var/www/wecom first.</source>
        <translation>请先把文件放到 /var/www/wecom。</translation>
    </message>
    <message>
        <source>It must answer at %1 with exactly what the file holds, and stay there. Who runs the web server adds this:</source>
        <translation>访问 %1 时，必须原样返回文件内容，并且要一直保留。请网站管理员加上以下配置：</translation>
    </message>
    <message>
        <source>Into the server block of your site, then reload nginx.</source>
        <translation>加到网站的 server 块中，然后重新加载 nginx。</translation>
    </message>
    <message>
        <source>Rule for nginx</source>
        <translation>nginx 规则</translation>
    </message>
    <message>
        <source>Into the block of your site in the Caddyfile, then reload Caddy.</source>
        <translation>加到 Caddyfile 中你的网站块里，然后重新加载 Caddy。</translation>
    </message>
    <message>
        <source>Rule for Caddy</source>
        <translation>Caddy 规则</translation>
    </message>
    <message>
        <source>Where nothing stands in front of NocoBase&apos;s own image: put the file beside docker-compose.yml, add this to the app, then run docker compose up -d.</source>
        <translation>如果 NocoBase 镜像前面没有别的网站服务器：把文件放到 docker-compose.yml 旁边，在 app 中加上以下配置，然后运行 docker compose up -d。</translation>
    </message>
    <message>
        <source>Volume for Docker</source>
        <translation>Docker 挂载</translation>
    </message>
    <message>
        <source>Where the file goes</source>
        <translation>文件放在哪里</translation>
    </message>
    <message>
        <source>NocoBase&apos;s Doc&amp;ker image</source>
        <translation>NocoBase 的 Docker 镜像(&amp;K)</translation>
    </message>
</context>
<context>
    <name>ui::PhoneCard</name>
    <message>
        <source>No login page is waiting for a phone.</source>
        <translation>没有登录页在等待手机。</translation>
    </message>
    <message>
        <source>Rehearsal: the phone of a colleague</source>
        <translation>演练：同事的手机</translation>
    </message>
    <message>
        <source>&amp;Scan</source>
        <translation>扫码(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Agree</source>
        <translation>同意(&amp;A)</translation>
    </message>
    <message>
        <source>A login page shows its QR code. The colleague holds the phone up to it.</source>
        <translation>登录页显示了二维码，同事把手机对准它。</translation>
    </message>
    <message>
        <source>WeCom asks the colleague before anybody is signed in.</source>
        <translation>登录之前，企业微信先询问这位同事。</translation>
    </message>
    <message>
        <source>The colleague has agreed. WeCom lets the login page go on.</source>
        <translation>同事已同意，企业微信让登录页继续。</translation>
    </message>
    <message>
        <source>The colleague has declined. WeCom sends the page back without an approval.</source>
        <translation>同事已取消，企业微信把页面送回，但不带授权。</translation>
    </message>
    <message>
        <source>The app is not visible to this colleague, so WeCom will not tell NocoBase who it is.</source>
        <translation>该应用对这位同事不可见，企业微信不会告诉 NocoBase 这是谁。</translation>
    </message>
    <message>
        <source>Nobody scanned in time. The page has to be opened anew.</source>
        <translation>没有人及时扫码，需要重新打开页面。</translation>
    </message>
    <message>
        <source>Scanning…</source>
        <translation>正在扫码…</translation>
    </message>
    <message>
        <source>WeCom</source>
        <translation>企业微信</translation>
    </message>
    <message>
        <source>Log in to %1?</source>
        <translation>登录 %1？</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>已同意</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>You may not use this app</source>
        <translation>你没有该应用的权限</translation>
    </message>
    <message>
        <source>The QR code has expired</source>
        <translation>二维码已过期</translation>
    </message>
    <message>
        <source>A drawn phone: %1</source>
        <translation>画出的手机：%1</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
</context>
<context>
    <name>ui::Play</name>
    <message>
        <source>The rehearsal could not start, or %1 cannot be written.</source>
        <translation>演练无法启动，或无法写入 %1。</translation>
    </message>
    <message>
        <source>Could not be written: %1</source>
        <translation>无法写入：%1</translation>
    </message>
    <message>
        <source>Sign in with WeCom</source>
        <translation>用企业微信登录</translation>
    </message>
</context>
<context>
    <name>ui::PlayedPage</name>
    <message>
        <source>The page that a browser would show</source>
        <translation>浏览器会显示的页面</translation>
    </message>
    <message>
        <source>QR code of the login page</source>
        <translation>登录页的二维码</translation>
    </message>
    <message>
        <source>Drawn: played without a browser</source>
        <translation>示意图：未使用浏览器演示</translation>
    </message>
</context>
<context>
    <name>ui::PresentationLink</name>
    <message>
        <source>End presentation</source>
        <translation>结束演示</translation>
    </message>
    <message>
        <source>Show names and numbers again</source>
        <translation>重新显示名称和编号</translation>
    </message>
    <message>
        <source>Presentation</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Hide names and numbers, with larger texts</source>
        <translation>隐藏名称和编号，并放大文字</translation>
    </message>
</context>
<context>
    <name>ui::RehearsalBar</name>
    <message>
        <source>Rehearsal</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>%1 – WeCom and NocoBase are simulated on this computer.</source>
        <translation>%1：企业微信和 NocoBase 都在本机模拟。</translation>
    </message>
    <message>
        <source>%1 – nothing outside this computer is touched.</source>
        <translation>%1：不会触及本机以外的任何内容。</translation>
    </message>
    <message>
        <source>&amp;Do it in the simulated console</source>
        <translation>在模拟的管理后台完成(&amp;D)</translation>
    </message>
    <message>
        <source>%1 – done in the simulated console.</source>
        <translation>%1：已在模拟的管理后台完成。</translation>
    </message>
    <message>
        <source>Show as a tour…</source>
        <translation>以导览方式演示…</translation>
    </message>
    <message>
        <source>No fault: everything as it should be</source>
        <translation>没有故障：一切正常</translation>
    </message>
    <message>
        <source>%1 with a fault: %2</source>
        <translation>%1，当前故障：%2</translation>
    </message>
    <message>
        <source>Practise a fault…</source>
        <translation>练习排查故障…</translation>
    </message>
</context>
<context>
    <name>ui::ReplayBar</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play again</source>
        <translation>重放</translation>
    </message>
    <message>
        <source>Next event</source>
        <translation>下一个事件</translation>
    </message>
    <message>
        <source>Speed ×%1</source>
        <translation>速度 ×%1</translation>
    </message>
    <message>
        <source>Replay of the login</source>
        <translation>重放登录过程</translation>
    </message>
</context>
<context>
    <name>ui::ReportPreview</name>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
</context>
<context>
    <name>ui::ReviewPage</name>
    <message>
        <source>The settings are in NocoBase.</source>
        <translation>设置已写入 NocoBase。</translation>
    </message>
    <message>
        <source>Nothing has been changed yet. This is what will change in NocoBase.</source>
        <translation>目前还没有任何改动。下面是将在 NocoBase 中修改的内容。</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%2，%1</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n 处修改</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n authenticator(s)</source>
        <translation>
            <numerusform>%n 个认证器</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Apply %n change(s)</source>
        <translation>
            <numerusform>应用 %n 处修改(&amp;A)</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking at NocoBase…</source>
        <translation>正在查看 NocoBase…</translation>
    </message>
    <message>
        <source>Go to: %1</source>
        <translation>前往：%1</translation>
    </message>
    <message>
        <source>New authenticator “%1”</source>
        <translation>新认证器“%1”</translation>
    </message>
    <message>
        <source>Authenticator “%1”</source>
        <translation>认证器“%1”</translation>
    </message>
    <message>
        <source>Automatic login is also on for “%1”. Only one can have it, so it will be turned off there.</source>
        <translation>“%1”也开启了自动登录。只能有一个开启，因此会关闭那里的自动登录。</translation>
    </message>
    <message>
        <source>Being applied</source>
        <translation>正在应用</translation>
    </message>
    <message>
        <source>How it is applied</source>
        <translation>应用方式</translation>
    </message>
    <message>
        <source>The present settings are kept, so Undo can put them back</source>
        <translation>会保留当前设置，可以撤销</translation>
    </message>
    <message>
        <source>After writing, everything is read back and compared</source>
        <translation>写入后会重新读取并逐项比较</translation>
    </message>
    <message>
        <source>Everything is as it was before.</source>
        <translation>一切都已恢复原样。</translation>
    </message>
    <message>
        <source>It could not be put back. %1</source>
        <translation>无法恢复。%1</translation>
    </message>
    <message>
        <source>What was there before the last apply is kept.</source>
        <translation>上次应用之前的内容已保留。</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Which authenticator is this setup about?</source>
        <translation>此配置对应哪个认证器？</translation>
    </message>
    <message>
        <source>&amp;Undo anyway</source>
        <translation>仍要撤销(&amp;U)</translation>
    </message>
    <message>
        <source>NocoBase holds these settings already. Nothing has to be changed.</source>
        <translation>NocoBase 中已经是这些设置，无需修改。</translation>
    </message>
    <message>
        <source>What you have entered in NocoBase is proven here.</source>
        <translation>这里验证你在 NocoBase 中填写的内容。</translation>
    </message>
    <message>
        <source>Nothing has been changed yet.</source>
        <translation>目前还没有任何改动。</translation>
    </message>
    <message>
        <source>NocoBase restarts for everyone</source>
        <translation>NocoBase 会为所有人重启</translation>
    </message>
    <message>
        <source>&amp;Enable the plugin</source>
        <translation>启用插件(&amp;E)</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>NocoBase&apos;s sign-in page</source>
        <translation>NocoBase 登录页</translation>
    </message>
    <message>
        <source>I have entered the values in NocoBase&apos;s own form</source>
        <translation>我已在 NocoBase 自己的表单中填好这些值</translation>
    </message>
    <message>
        <source>Learned from “%1”. Applying puts the real values into it. Or remove it, and a new authenticator is made.</source>
        <translation>已从“%1”学会。应用时会把真实的值写入其中；也可以删除它，另建新的认证器。</translation>
    </message>
    <message>
        <source>The authenticator “%1” still holds the sample values. Use it for the real ones, or remove it.</source>
        <translation>认证器“%1”里还是示例值。可以用它存放真实的值，也可以删除。</translation>
    </message>
    <message>
        <source>&amp;Use it</source>
        <translation>使用它(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Remove it</source>
        <translation>删除(&amp;R)</translation>
    </message>
    <message>
        <source>The sign-in page shows no button for this authenticator.</source>
        <translation>登录页上没有这个认证器的按钮。</translation>
    </message>
    <message>
        <source>The button on the sign-in page did not lead to WeCom.</source>
        <translation>登录页上的按钮没有跳转到企业微信。</translation>
    </message>
    <message>
        <source>The test login in your own browser proves it.</source>
        <translation>用自己的浏览器做测试登录可以验证。</translation>
    </message>
    <message>
        <source>Ask me again where the plugin keeps its options</source>
        <translation>重新询问插件把选项存放在哪里</translation>
    </message>
    <message>
        <source>NocoBase</source>
        <translation>NocoBase</translation>
    </message>
    <message>
        <source>Enabling the plugin restarts NocoBase for everyone who works in it now; it takes about a minute. What else changes is shown afterwards. Undo does not switch the plugin off again.</source>
        <translation>启用插件会重启 NocoBase，正在使用的人都会受影响，大约需要一分钟。其余改动在此之后显示。撤销不会再关闭插件。</translation>
    </message>
    <message>
        <source>They are kept for this run only: Undo works until this program ends.</source>
        <translation>只在本次运行中保留：程序退出之前可以撤销。</translation>
    </message>
    <message>
        <source>What you have entered is in NocoBase already. Not everything is entered yet.</source>
        <translation>已填写的内容 NocoBase 中都有了，但还有没填写的。</translation>
    </message>
    <message>
        <source>NocoBase has several ways to sign in with WeCom. This setup&apos;s values are written into the one that you choose. The others keep theirs, except for automatic login: only one can have it.</source>
        <translation>NocoBase 中有多个企业微信登录方式。本配置的值会写入你选择的那一个，其余的保持不变；但自动登录只能有一个开启。</translation>
    </message>
</context>
<context>
    <name>ui::ReviewWords</name>
    <message>
        <source>%1 (new)</source>
        <translation>%1（新）</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 is left out: it needs NocoBase %2.</source>
        <translation>跳过 %1：需要 NocoBase %2。</translation>
    </message>
    <message>
        <source>%1 is left alone: NocoBase holds the variable %2 there.</source>
        <translation>%1 保持不变：NocoBase 在此处使用变量 %2。</translation>
    </message>
    <message>
        <source>%1 is left out: it is not known where this plugin keeps it.</source>
        <translation>跳过 %1：不清楚此插件把它存在哪里。</translation>
    </message>
    <message>
        <source>Company ID, AgentId and Secret are needed first.</source>
        <translation>需要先填写企业ID、AgentId 和 Secret。</translation>
    </message>
    <message>
        <source>Sign in to NocoBase first, so that its present settings can be read.</source>
        <translation>请先登录 NocoBase，以便读取当前设置。</translation>
    </message>
    <message>
        <source>The changes cannot be worked out yet.</source>
        <translation>还无法得出需要修改的内容。</translation>
    </message>
    <message>
        <source>Putting back what was there</source>
        <translation>正在恢复原来的内容</translation>
    </message>
    <message>
        <source>Reading the present settings</source>
        <translation>正在读取当前设置</translation>
    </message>
    <message>
        <source>Keeping them for Undo</source>
        <translation>正在保留，以便撤销</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>正在写入</translation>
    </message>
    <message>
        <source>Reading back and comparing</source>
        <translation>正在重新读取并比较</translation>
    </message>
    <message>
        <source>Applied. Everything was read back and is the same.</source>
        <translation>已应用。重新读取的内容完全一致。</translation>
    </message>
    <message>
        <source>Applied, but NocoBase shows some values differently; see the checks.</source>
        <translation>已应用，但 NocoBase 中有些值不同，请查看检查结果。</translation>
    </message>
    <message>
        <source>Nothing had to be changed.</source>
        <translation>无需修改。</translation>
    </message>
    <message>
        <source>Nothing was changed. %1</source>
        <translation>没有修改任何内容。%1</translation>
    </message>
    <message>
        <source>It did not work, and everything was put back as it was. %1</source>
        <translation>没有成功，一切都已恢复原样。%1</translation>
    </message>
    <message>
        <source>It did not work, and not everything could be put back. Press Undo to try again. %1</source>
        <translation>没有成功，且未能全部恢复。请点击“撤销”再试一次。%1</translation>
    </message>
    <message>
        <source>The stored values were given for other addresses. Look at them and agree first.</source>
        <translation>已保存的值原本用于其他地址。请先查看并同意。</translation>
    </message>
    <message>
        <source>%1: before NocoBase %2 nobody is created when WeCom gives no phone number.</source>
        <translation>%1：NocoBase %2 之前，企业微信没有给出手机号时不会创建用户。</translation>
    </message>
    <message>
        <source>%1: before NocoBase %2 it may fail inside WeCom.</source>
        <translation>%1：NocoBase %2 之前，在企业微信内可能失败。</translation>
    </message>
    <message>
        <source>%1  –  %2</source>
        <translation>%1  –  %2</translation>
    </message>
    <message>
        <source>%1 (kept)</source>
        <translation>%1（保留）</translation>
    </message>
    <message>
        <source>Not entered here: %1. NocoBase keeps its own; whether they are right is not proven.</source>
        <translation>这里没有填写：%1。NocoBase 保留原有的值，是否正确尚未证实。</translation>
    </message>
</context>
<context>
    <name>ui::SecretField</name>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Hide: %1</source>
        <translation>隐藏：%1</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation>显示：%1</translation>
    </message>
</context>
<context>
    <name>ui::SessionHost</name>
    <message>
        <source>Rehearsal</source>
        <translation>演练</translation>
    </message>
</context>
<context>
    <name>ui::SetupList</name>
    <message>
        <source>Is open</source>
        <translation>已打开</translation>
    </message>
    <message>
        <source>%1 of %2 steps done</source>
        <translation>共 %2 步，已完成 %1 步</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) need attention</source>
        <translation>
            <numerusform>%n 步需要处理</numerusform>
        </translation>
    </message>
    <message>
        <source>Left at: %1</source>
        <translation>上次做到：%1</translation>
    </message>
    <message>
        <source>Last checked: %1</source>
        <translation>上次检查：%1</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>还没有检查过</translation>
    </message>
    <message>
        <source>Setups</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>This file cannot be read: %1</source>
        <translation>无法读取此文件：%1</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Remove this setup</source>
        <translation>移除此配置</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Remove “%1” from this computer? Its file, what was seen of it and its values in the keychain are deleted, and what was applied can no longer be undone from here. NocoBase and WeCom stay as they are.</source>
        <translation>要从这台电脑移除“%1”吗？它的文件、检查记录以及钥匙串中保存的值都会被删除，之后也无法再从这里撤销已应用的更改。NocoBase 和企业微信保持不变。</translation>
    </message>
</context>
<context>
    <name>ui::SightPicker</name>
    <message>
        <source>What did you see?</source>
        <translation>你看到了什么？</translation>
    </message>
</context>
<context>
    <name>ui::StageList</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>When: %1</source>
        <translation>时间：%1</translation>
    </message>
    <message>
        <source>It took %1 s</source>
        <translation>用时 %1 秒</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Host: %1</source>
        <translation>主机：%1</translation>
    </message>
    <message>
        <source>Address: %1</source>
        <translation>地址：%1</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>响应：%1</translation>
    </message>
    <message>
        <source>A person has %1 for it</source>
        <translation>等待人操作，限时 %1</translation>
    </message>
    <message>
        <source>It has %1 to come</source>
        <translation>限时 %1</translation>
    </message>
    <message>
        <source>What it proves: %1</source>
        <translation>说明什么：%1</translation>
    </message>
    <message>
        <source>What would be wrong: %1</source>
        <translation>可能的问题：%1</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
</context>
<context>
    <name>ui::StatusIcon</name>
    <message>
        <source>Checked</source>
        <translation>已检查</translation>
    </message>
    <message>
        <source>Confirmed by you</source>
        <translation>由你确认</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Being checked</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>未检查</translation>
    </message>
    <message>
        <source>Current step</source>
        <translation>当前步骤</translation>
    </message>
</context>
<context>
    <name>ui::StepPage</name>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Everything here is checked</source>
        <translation>此页已全部检查</translation>
    </message>
    <message>
        <source>Confirmed by you</source>
        <translation>由你确认</translation>
    </message>
    <message>
        <source>%1 of %2 checks passed. You can go on and come back.</source>
        <translation>已通过 %1 项，共 %2 项。可以先继续。</translation>
    </message>
    <message>
        <source>Not checked yet. You can go on and come back.</source>
        <translation>尚未检查。可以先继续。</translation>
    </message>
    <message>
        <source>Looking into the keychain…</source>
        <translation>正在查看钥匙串…</translation>
    </message>
    <message>
        <source>Asking NocoBase…</source>
        <translation>正在询问 NocoBase…</translation>
    </message>
    <message>
        <source>Asking WeCom…</source>
        <translation>正在询问企业微信…</translation>
    </message>
    <message>
        <source>NocoBase asks WeCom…</source>
        <translation>NocoBase 正在询问企业微信…</translation>
    </message>
    <message>
        <source>Looking for the verification file…</source>
        <translation>正在查找校验文件…</translation>
    </message>
    <message>
        <source>Looking at the login page…</source>
        <translation>正在查看登录页…</translation>
    </message>
    <message>
        <source>NocoBase enables the plugin…</source>
        <translation>NocoBase 正在启用插件…</translation>
    </message>
    <message>
        <source>Writing to NocoBase…</source>
        <translation>正在写入 NocoBase…</translation>
    </message>
    <message>
        <source>Putting the old settings back…</source>
        <translation>正在恢复原来的设置…</translation>
    </message>
    <message>
        <source>Removing the sample row…</source>
        <translation>正在删除示例记录…</translation>
    </message>
    <message>
        <source>Asking NocoBase for its login address…</source>
        <translation>正在向 NocoBase 查询登录地址…</translation>
    </message>
    <message>
        <source>The test login is under way…</source>
        <translation>测试登录正在进行…</translation>
    </message>
    <message>
        <source>Trying the other ways of logging in…</source>
        <translation>正在尝试其他登录方式…</translation>
    </message>
    <message>
        <source>Checked, but one thing on this page needs your attention</source>
        <translation>已检查，但本页有一处需要处理</translation>
    </message>
</context>
<context>
    <name>ui::StepRail</name>
    <message>
        <source>open</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>confirmed by you</source>
        <translation>由你确认</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>已检查</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>current step</source>
        <translation>当前步骤</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>WeCom login for NocoBase</source>
        <translation>NocoBase 企业微信登录</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>语言：%1</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>About this program</source>
        <translation>关于本程序</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Help: opens the guide</source>
        <translation>帮助：打开使用指南</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>语言和外观</translation>
    </message>
</context>
<context>
    <name>ui::TestLoginPage</name>
    <message>
        <source>&amp;Test again</source>
        <translation>再测一次(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Start the test</source>
        <translation>开始测试(&amp;S)</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>过程</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>NocoBase&apos;s sign-in page opens here and goes on to WeCom&apos;s QR code. Have your phone with WeCom at hand.</source>
        <translation>NocoBase 登录页会在这里打开，并转到企业微信二维码。请准备好装有企业微信的手机。</translation>
    </message>
    <message>
        <source>Use my own browser instead</source>
        <translation>改用我自己的浏览器</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Private window: nothing of it is kept on this computer</source>
        <translation>无痕窗口：本机不保留其中任何内容</translation>
    </message>
    <message>
        <source>The tour opens the sign-in page here.</source>
        <translation>导览会在这里打开登录页。</translation>
    </message>
    <message>
        <source>The sign-in page of the simulated NocoBase opens here. Then scan with the rehearsal&apos;s phone.</source>
        <translation>模拟的 NocoBase 登录页会在这里打开。然后用演练的手机扫码。</translation>
    </message>
</context>
<context>
    <name>ui::TextField</name>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Paste: %1</source>
        <translation>粘贴：%1</translation>
    </message>
    <message numerus="yes">
        <source>No more than %n character(s) fit here.</source>
        <translation>
            <numerusform>这里最多 %n 个字符。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ThemeMenu</name>
    <message>
        <source>As the system looks</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
</context>
<context>
    <name>ui::Timeline</name>
    <message>
        <source>What happened</source>
        <translation>过程</translation>
    </message>
</context>
<context>
    <name>ui::ToldBox</name>
    <message>
        <source>This message is not known here. Nothing of it was kept.</source>
        <translation>程序不认识这条信息，没有保留任何内容。</translation>
    </message>
    <message>
        <source>Recognised: see what the checks say now.</source>
        <translation>已识别，请查看检查结果。</translation>
    </message>
    <message>
        <source>Does WeCom&apos;s console show an error?</source>
        <translation>管理后台有错误提示？</translation>
    </message>
    <message>
        <source>Can you read NocoBase&apos;s log?</source>
        <translation>能查看 NocoBase 的日志？</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>提示内容</translation>
    </message>
    <message>
        <source>The line with WeCom&apos;s answer</source>
        <translation>包含企业微信答复的那一行</translation>
    </message>
    <message>
        <source>It is looked through for a known cause and not kept.</source>
        <translation>程序只从中查找已知原因，不会保存内容。</translation>
    </message>
</context>
<context>
    <name>ui::TourBar</name>
    <message>
        <source>%1 of %2, one moment…</source>
        <translation>%1/%2，请稍候…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play the tour</source>
        <translation>播放导览</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>走一步</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>逐步演示</translation>
    </message>
    <message>
        <source>Tour of the rehearsal</source>
        <translation>演练导览</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>From the start</source>
        <translation>从头开始</translation>
    </message>
    <message>
        <source>Next chapter</source>
        <translation>下一章</translation>
    </message>
    <message>
        <source>Leave the tour</source>
        <translation>离开导览</translation>
    </message>
</context>
<context>
    <name>ui::TrustedDomainPage</name>
    <message>
        <source>Trusted domain</source>
        <translation>可信域名</translation>
    </message>
    <message>
        <source>Choose &lt;b&gt;Set trusted domain name&lt;/b&gt; and paste</source>
        <translation>点击&lt;b&gt;设置可信域名&lt;/b&gt;并粘贴</translation>
    </message>
    <message>
        <source>Download the verification file and put it at the root of your site, or drop it here to see what to do with it</source>
        <translation>下载校验文件并放到网站根目录，或拖到这里查看如何放置</translation>
    </message>
    <message>
        <source>Choose &lt;b&gt;Confirm&lt;/b&gt;, then come back</source>
        <translation>点击&lt;b&gt;确定&lt;/b&gt;，然后回到这里</translation>
    </message>
    <message>
        <source>Name of the &amp;verification file</source>
        <translation>校验文件名(&amp;V)</translation>
    </message>
    <message>
        <source>C&amp;hoose the file…</source>
        <translation>选择文件(&amp;H)…</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>The file&apos;s name begins with WW_verify_ and ends with .txt.</source>
        <translation>文件名以 WW_verify_ 开头，以 .txt 结尾。</translation>
    </message>
    <message>
        <source>“%1” is not the verification file: its name begins with WW_verify_ and ends with .txt.</source>
        <translation>“%1”不是校验文件：校验文件名以 WW_verify_ 开头，以 .txt 结尾。</translation>
    </message>
    <message>
        <source>“%1” could not be read.</source>
        <translation>无法读取“%1”。</translation>
    </message>
    <message>
        <source>Verification file</source>
        <translation>校验文件</translation>
    </message>
    <message>
        <source>Set by this program this month: %1. WeCom takes 20 a month of a company.</source>
        <translation>本月已通过本程序设置 %1 次。企业微信每月最多允许整个企业设置 20 次。</translation>
    </message>
    <message>
        <source>The verification file</source>
        <translation>校验文件</translation>
    </message>
    <message>
        <source>On your clipboard: the verification file&apos;s name, %1</source>
        <translation>剪贴板中有校验文件名：%1</translation>
    </message>
</context>
<context>
    <name>ui::TrustedIpPage</name>
    <message>
        <source>Address of your NocoBase server</source>
        <translation>NocoBase 服务器的地址</translation>
    </message>
    <message>
        <source>Only your NocoBase server can tell whether WeCom lets it in. To ask from there, a custom request is created in NocoBase and removed again; the server&apos;s log then holds a token that works for at most two hours.</source>
        <translation>只有 NocoBase 服务器才能知道企业微信是否允许它访问。为此要在 NocoBase 中创建一个自定义请求，用完即删除；服务器日志中会留下一个最多两小时有效的令牌。</translation>
    </message>
    <message>
        <source>On the app&apos;s page, under &lt;b&gt;Developer API&lt;/b&gt;, find &lt;b&gt;Company&apos;s Trusted IP&lt;/b&gt; and choose &lt;b&gt;Settings&lt;/b&gt;</source>
        <translation>在应用页面的&lt;b&gt;开发者接口&lt;/b&gt;中找到&lt;b&gt;企业可信IP&lt;/b&gt;，点击&lt;b&gt;配置&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Add the address from which your NocoBase server reaches the internet</source>
        <translation>添加 NocoBase 服务器访问互联网时使用的地址</translation>
    </message>
    <message>
        <source>Choose &lt;b&gt;Confirm&lt;/b&gt;, then come back. It may take a minute to count.</source>
        <translation>点击&lt;b&gt;确定&lt;/b&gt;，然后回到这里。可能需要一分钟才会生效。</translation>
    </message>
    <message>
        <source>The exact address appears here as soon as WeCom was asked from the server. This computer&apos;s own address does not help.</source>
        <translation>从服务器查询企业微信之后，准确的地址会显示在这里。本机自己的地址没有用。</translation>
    </message>
    <message>
        <source>&amp;Ask through NocoBase</source>
        <translation>通过 NocoBase 查询(&amp;A)</translation>
    </message>
    <message>
        <source>That is the address WeCom saw last time. Ask again to see whether it is still the same.</source>
        <translation>这是企业微信上次看到的地址。请重新询问，看看是否还是它。</translation>
    </message>
    <message>
        <source>The address has changed: it was %1 before. If your server goes out through both, list both:</source>
        <translation>地址变了，以前是 %1。如果服务器两个地址都会用到，请都填上：</translation>
    </message>
    <message>
        <source>Both addresses</source>
        <translation>两个地址</translation>
    </message>
    <message>
        <source>Go to: %1</source>
        <translation>前往：%1</translation>
    </message>
</context>
<context>
    <name>ui::WaysCard</name>
    <message>
        <source>Stop trying</source>
        <translation>停止尝试</translation>
    </message>
    <message>
        <source>Try these</source>
        <translation>试一试这些</translation>
    </message>
    <message>
        <source>Also tried without a phone</source>
        <translation>不用手机也能试的</translation>
    </message>
    <message>
        <source>Only NocoBase&apos;s part can be seen here: where it sends people. WeCom answers in its own client alone.</source>
        <translation>这里只能看到 NocoBase 的部分：它把人转到哪里。企业微信只在自己的客户端里应答。</translation>
    </message>
    <message>
        <source>Nothing can be tried yet: Company ID, AgentId and an authenticator are needed first.</source>
        <translation>还不能尝试：需要先有企业ID、AgentId 和认证器。</translation>
    </message>
</context>
<context>
    <name>ui::WelcomePage</name>
    <message>
        <source>The simulated servers could not start on this computer.</source>
        <translation>模拟服务器无法在本机启动。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>&amp;Begin</source>
        <translation>开始(&amp;B)</translation>
    </message>
    <message>
        <source>Setups</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>New setup</source>
        <translation>新配置</translation>
    </message>
    <message>
        <source>Na&amp;me of the setup</source>
        <translation>配置名称(&amp;M)</translation>
    </message>
    <message>
        <source>For you only, for example the name of the company</source>
        <translation>仅供你自己识别，例如公司名称</translation>
    </message>
    <message>
        <source>Begin a new &amp;setup</source>
        <translation>新建配置(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Try the rehearsal</source>
        <translation>试一试演练(&amp;T)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>&amp;Watch the tour</source>
        <translation>观看导览(&amp;W)</translation>
    </message>
    <message>
        <source>From a colleague</source>
        <translation>来自同事</translation>
    </message>
    <message>
        <source>Import a hand-over file</source>
        <translation>导入交接文件</translation>
    </message>
    <message>
        <source>A hand-over file carries the settings of a setup without its secrets. It may also be dropped here.</source>
        <translation>交接文件包含一个配置的内容，但不含任何密钥。也可以把文件拖到这里。</translation>
    </message>
    <message>
        <source>&amp;Import a hand-over file…</source>
        <translation>导入交接文件…(&amp;I)</translation>
    </message>
    <message>
        <source>Rehearse first</source>
        <translation>先演练一遍</translation>
    </message>
    <message>
        <source>A simulated WeCom and NocoBase on this computer: go through every step and every fault, with no account and no network. Nothing real is touched.</source>
        <translation>在本机上模拟企业微信和 NocoBase：不需要账号和网络，可以走完每一步、练习每一种故障，不会触及任何真实的系统。</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>继续(&amp;C)</translation>
    </message>
</context>
<context>
    <name>ui::viewer::BrowserWidget</name>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>重新加载</translation>
    </message>
    <message>
        <source>Copy address without secrets</source>
        <translation>复制地址（不含密钥）</translation>
    </message>
    <message>
        <source>Embedded browser</source>
        <translation>内置浏览器</translation>
    </message>
    <message>
        <source>Address; codes and tokens are hidden</source>
        <translation>地址（登录码和令牌已隐藏）</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>The browser&apos;s sandbox is switched off on this computer (QTWEBENGINE_DISABLE_SANDBOX). Pages are less locked in than they should be.</source>
        <translation>本机关闭了浏览器沙箱（QTWEBENGINE_DISABLE_SANDBOX），页面没有得到应有的隔离。</translation>
    </message>
    <message>
        <source>The page wanted to open a window of %1. That is not part of the login, so it was not opened.</source>
        <translation>页面想打开 %1 的窗口。它与登录无关，没有打开。</translation>
    </message>
    <message>
        <source>The link leads to %1. That is not part of the login, so it was not opened.</source>
        <translation>该链接指向 %1。它与登录无关，没有打开。</translation>
    </message>
    <message>
        <source>The page wanted to save a file. Nothing was saved.</source>
        <translation>页面想保存一个文件。什么都没有保存。</translation>
    </message>
    <message>
        <source>The page wanted to save the file %1. Nothing was saved.</source>
        <translation>页面想保存文件 %1。什么都没有保存。</translation>
    </message>
    <message>
        <source>The page says: %1</source>
        <translation>页面提示：%1</translation>
    </message>
    <message>
        <source>The page asked: %1. The answer was No.</source>
        <translation>页面询问：%1。已回答“否”。</translation>
    </message>
    <message>
        <source>%1 asked for camera, microphone, place or the like. The answer was No.</source>
        <translation>%1 请求使用摄像头、麦克风、位置等。已回答“否”。</translation>
    </message>
    <message>
        <source>The page wanted to see files of this computer. The answer was No.</source>
        <translation>页面想查看本机的文件。已回答“否”。</translation>
    </message>
    <message>
        <source>%1 asked for a password of its own. None was given; a login by WeCom needs none.</source>
        <translation>%1 另外要求输入密码。没有提供；用企业微信登录不需要密码。</translation>
    </message>
    <message>
        <source>The page wanted to start another program (%1). It was not started.</source>
        <translation>页面想启动另一个程序（%1）。没有启动。</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Actual size (now %1 %)</source>
        <translation>实际大小（当前 %1 %）</translation>
    </message>
    <message>
        <source>What the page asked for</source>
        <translation>页面请求的内容</translation>
    </message>
</context>
</TS>
