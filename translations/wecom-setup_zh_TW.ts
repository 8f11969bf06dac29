<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW">
<context>
    <name>ui::AboutDialog</name>
    <message>
        <source>Parts and their licences</source>
        <translation>組成部分及其授權</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>授權</translation>
    </message>
    <message>
        <source>About WeCom Setup</source>
        <translation>關於本程式</translation>
    </message>
    <message>
        <source>WeCom Setup for NocoBase</source>
        <translation>企業微信登入設定助手（NocoBase）</translation>
    </message>
    <message>
        <source>Version %1, with Qt %2</source>
        <translation>版本 %1，Qt %2</translation>
    </message>
    <message>
        <source>Free software under the Apache License 2.0, without any warranty. It is an independent project, not affiliated with WeCom or NocoBase; their names belong to them.</source>
        <translation>自由軟體，採用 Apache 2.0 授權，不提供任何擔保。本程式與企業微信、NocoBase 官方無關，其名稱歸各自所有。</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>關閉(&amp;C)</translation>
    </message>
    <message>
        <source>In this package</source>
        <translation>隨本程式附帶</translation>
    </message>
</context>
<context>
    <name>ui::AfterCard</name>
    <message>
        <source>Delete the user %1 (account %2) from NocoBase? Nobody can sign in as this user any more. It is made anew when the same person signs in again.</source>
        <translation>要從 NocoBase 刪除使用者 %1（帳號 %2）嗎？刪除後不能再以該使用者登入。同一個人再次登入時會重新建立。</translation>
    </message>
    <message>
        <source>This test created the user %1 in NocoBase.</source>
        <translation>這次測試在 NocoBase 建立了使用者 %1。</translation>
    </message>
    <message>
        <source>Deleting the user %1…</source>
        <translation>正在刪除使用者 %1…</translation>
    </message>
    <message>
        <source>The user %1 is deleted; NocoBase was asked once more.</source>
        <translation>使用者 %1 已刪除，並已向 NocoBase 核實。</translation>
    </message>
    <message>
        <source>The user %1 was not deleted.</source>
        <translation>使用者 %1 沒有刪除。</translation>
    </message>
    <message>
        <source>The test is still signed in to NocoBase.</source>
        <translation>測試還登入著 NocoBase。</translation>
    </message>
    <message>
        <source>Signing out…</source>
        <translation>正在登出…</translation>
    </message>
    <message>
        <source>The test is signed out; NocoBase refuses its session now.</source>
        <translation>測試已登出，NocoBase 不再接受它的工作階段。</translation>
    </message>
    <message>
        <source>The test could not be signed out.</source>
        <translation>測試沒能登出。</translation>
    </message>
    <message>
        <source>After the test</source>
        <translation>測試之後</translation>
    </message>
    <message>
        <source>Delete this user…</source>
        <translation>刪除該使用者…</translation>
    </message>
    <message>
        <source>&amp;Delete the user</source>
        <translation>刪除使用者(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Keep the user</source>
        <translation>保留使用者(&amp;K)</translation>
    </message>
    <message>
        <source>NocoBase creates a user for everybody who signs in with WeCom for the first time.</source>
        <translation>任何人第一次用企業微信登入，NocoBase 都會建立使用者。</translation>
    </message>
    <message>
        <source>Turn this off: review the change…</source>
        <translation>關閉此項：檢視變更…</translation>
    </message>
    <message>
        <source>Sign the test out</source>
        <translation>登出測試</translation>
    </message>
</context>
<context>
    <name>ui::BeforeAfterTable</name>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>After</source>
        <translation>修改後</translation>
    </message>
    <message>
        <source>%1 now: %2</source>
        <translation>%1 現在：%2</translation>
    </message>
    <message>
        <source>%1 changes to: %2</source>
        <translation>%1 改為：%2</translation>
    </message>
    <message>
        <source>%1 stays: %2</source>
        <translation>%1 不變：%2</translation>
    </message>
</context>
<context>
    <name>ui::CallbackDomainPage</name>
    <message>
        <source>Authorized callback domain</source>
        <translation>授權回調域</translation>
    </message>
    <message>
        <source>WeCom&apos;s login page</source>
        <translation>企業微信登入頁</translation>
    </message>
    <message>
        <source>On the app&apos;s page, under &lt;b&gt;Developer API&lt;/b&gt;, find &lt;b&gt;Log in to via authorization by WeCom&lt;/b&gt; and choose &lt;b&gt;Settings&lt;/b&gt;</source>
        <translation>在應用頁面的&lt;b&gt;開發者接口&lt;/b&gt;中找到&lt;b&gt;企業微信授權登錄&lt;/b&gt;，點按&lt;b&gt;設定&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Under &lt;b&gt;Web page&lt;/b&gt;, choose &lt;b&gt;Set authorized callback domain&lt;/b&gt; and paste</source>
        <translation>在&lt;b&gt;Web網頁&lt;/b&gt;下點按&lt;b&gt;設定授權回調域&lt;/b&gt;並貼上</translation>
    </message>
    <message>
        <source>Choose &lt;b&gt;Save&lt;/b&gt;, then come back</source>
        <translation>點按&lt;b&gt;儲存&lt;/b&gt;，然後回到這裡</translation>
    </message>
    <message>
        <source>You can confirm this step; the test login proves it.</source>
        <translation>您可以確認此步驟，測試登入時會得到驗證。</translation>
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
        <translation>檢查結果</translation>
    </message>
    <message>
        <source>Possible: %1</source>
        <translation>可能的原因：%1</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新檢查</translation>
    </message>
    <message>
        <source>Go to: %1</source>
        <translation>前往：%1</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>開啟頁面</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已複製</translation>
    </message>
    <message>
        <source>To look from your NocoBase server, a custom request is created there and removed again. The server&apos;s log then holds a token that works for at most two hours.</source>
        <translation>要從 NocoBase 伺服器上檢視，需要在那裡建立一個自定義請求，用完即刪除。伺服器記錄檔中會留下一個最多兩小時有效的權杖。</translation>
    </message>
    <message>
        <source>Enabling the plugin restarts NocoBase for everyone who works in it now. It takes about a minute.</source>
        <translation>啟用外掛程式會重新啟動 NocoBase，正在使用的人都會受影響，大約需要一分鐘。</translation>
    </message>
    <message>
        <source>Ask through NocoBase</source>
        <translation>透過 NocoBase 查詢</translation>
    </message>
    <message>
        <source>Enable it now</source>
        <translation>立即啟用</translation>
    </message>
    <message>
        <source>Trust this certificate</source>
        <translation>信任此憑證</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暫不</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>複製：%1</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在檢查…</translation>
    </message>
    <message>
        <source>After too many wrong Secrets WeCom blocks this network for an hour, and with it your server if it shares the address. Send this one only if you have just copied it.</source>
        <translation>錯誤的 Secret 太多時，企業微信會封禁目前網路一小時；伺服器如果共用這個對外位址，也會受影響。只有剛剛重新複製過，才傳送這一個。</translation>
    </message>
    <message>
        <source>Send it</source>
        <translation>傳送</translation>
    </message>
    <message>
        <source>This program has set the domain %1 times this month. WeCom takes 20 a month of a company, also counting those made by hand.</source>
        <translation>本月已透過本程式設定網域 %1 次。企業微信每月最多允許整個企業設定 20 次，手工設定的也算在內。</translation>
    </message>
    <message>
        <source>Host: %1</source>
        <translation>主機：%1</translation>
    </message>
    <message>
        <source>Issued by: %1</source>
        <translation>簽發者：%1</translation>
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
        <translation>請先向伺服器管理員核對指紋，一致時才信任此憑證：</translation>
    </message>
    <message>
        <source>In WeCom now: %1</source>
        <translation>企業微信中現在是：%1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Afterwards: %1</source>
        <translation>修改後：%1</translation>
    </message>
    <message>
        <source>Set it in WeCom</source>
        <translation>在企業微信中修改</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Undo: put back %1</source>
        <translation>復原：恢復為 %1</translation>
    </message>
    <message>
        <source>Put back %1</source>
        <translation>恢復為 %1</translation>
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
        <translation>暫不</translation>
    </message>
</context>
<context>
    <name>ui::CloseGuard</name>
    <message>
        <source>Settings are being written to NocoBase. If that stopped halfway, sign-in might not work. It takes a few seconds.</source>
        <translation>正在把設定寫入 NocoBase。如果中途停下，登入可能會失效。只需幾秒鐘。</translation>
    </message>
    <message>
        <source>The old settings are being put back in NocoBase. If that stopped halfway, sign-in might not work. It takes a few seconds.</source>
        <translation>正在把 NocoBase 恢復為原來的設定。如果中途停下，登入可能會失效。只需幾秒鐘。</translation>
    </message>
    <message>
        <source>NocoBase is enabling the WeCom plugin and restarts. It does that on its own, also without this window. The next start looks at how it went.</source>
        <translation>NocoBase 正在啟用企業微信外掛並重新啟動。即使關閉本視窗，它也會自行完成。下次啟動時會檢查結果。</translation>
    </message>
    <message>
        <source>The sample row is being removed from NocoBase. It takes a few seconds.</source>
        <translation>正在從 NocoBase 刪除範例記錄。只需幾秒鐘。</translation>
    </message>
    <message>
        <source>NocoBase is asking WeCom for this check. The request that was made for it is still to be removed from NocoBase. It takes a few seconds.</source>
        <translation>NocoBase 正在為這項檢查詢問企業微信。為此建立的請求還要從 NocoBase 中刪除。只需幾秒鐘。</translation>
    </message>
    <message>
        <source>The window closes when it is done.</source>
        <translation>完成後視窗會自動關閉。</translation>
    </message>
    <message>
        <source>Close when it is &amp;done</source>
        <translation>完成後關閉(&amp;D)</translation>
    </message>
    <message>
        <source>Close &amp;now</source>
        <translation>立即關閉(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>留在這裡(&amp;S)</translation>
    </message>
</context>
<context>
    <name>ui::ConfirmBox</name>
    <message>
        <source>&amp;I did this in the console</source>
        <translation>我已在管理後台完成此操作(&amp;I)</translation>
    </message>
    <message>
        <source>Your word counts for what has not been checked here. The test login proves it.</source>
        <translation>這裡沒有檢查到的，以您的確認為準。測試登入會驗證它。</translation>
    </message>
</context>
<context>
    <name>ui::ConsoleCard</name>
    <message>
        <source>Picture of the page in the console</source>
        <translation>管理後台頁面示意圖</translation>
    </message>
    <message>
        <source>Picture of the page in the console; marked: %1</source>
        <translation>管理後台頁面示意圖，標出：%1</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>&amp;Open the console</source>
        <translation>開啟管理後台(&amp;O)</translation>
    </message>
</context>
<context>
    <name>ui::ConsolePath</name>
    <message>
        <source>your app</source>
        <translation>您的應用</translation>
    </message>
</context>
<context>
    <name>ui::ConsoleStepPage</name>
    <message>
        <source>Do this in the console</source>
        <translation>在管理後台操作</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>檢查結果</translation>
    </message>
</context>
<context>
    <name>ui::CopyRow</name>
    <message>
        <source>Copied</source>
        <translation>已複製</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>複製：%1</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>已隱藏</translation>
    </message>
    <message numerus="yes">
        <source>Copied for %n second(s)</source>
        <translation>
            <numerusform>已複製，保留 %n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>已複製：%1</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>還不知道</translation>
    </message>
</context>
<context>
    <name>ui::CreateAppPage</name>
    <message>
        <source>Open &lt;b&gt;App Management&lt;/b&gt; and go to &lt;b&gt;Self-built&lt;/b&gt;</source>
        <translation>開啟&lt;b&gt;應用管理&lt;/b&gt;，找到&lt;b&gt;自建&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Choose &lt;b&gt;Create an app&lt;/b&gt;, and give it a logo and the name your colleagues will see</source>
        <translation>點按&lt;b&gt;建立應用&lt;/b&gt;，上傳應用 logo，填寫同事看到的應用名稱</translation>
    </message>
    <message>
        <source>Under &lt;b&gt;Allowed users&lt;/b&gt;, choose the departments or members who will sign in. Nobody else can use the login.</source>
        <translation>在&lt;b&gt;可見範圍&lt;/b&gt;中選擇需要登入的部門或成員，其他人無法登入。</translation>
    </message>
    <message>
        <source>Choose &lt;b&gt;Create an app&lt;/b&gt; at the bottom, then come back</source>
        <translation>點按底部的&lt;b&gt;建立應用&lt;/b&gt;，然後回到這裡</translation>
    </message>
    <message>
        <source>Who may see it</source>
        <translation>誰可以看到</translation>
    </message>
</context>
<context>
    <name>ui::CredentialWords</name>
    <message>
        <source>Company ID</source>
        <translation>企業ID</translation>
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
        <translation>這是帶星號的隱藏形式。請先在管理後台顯示該值，再複製。</translation>
    </message>
    <message>
        <source>This looks like the AppSecret of a WeChat public account. The Secret stands on the app&apos;s page in WeCom&apos;s console.</source>
        <translation>這看起來是微信公眾號的 AppSecret。Secret 在企業微信管理後台的應用頁面上。</translation>
    </message>
    <message>
        <source>This may be the id of a WeChat public account. The Company ID stands at the bottom of My Company.</source>
        <translation>這可能是微信公眾號的 ID。企業ID 在「我的企業」頁面底部。</translation>
    </message>
    <message>
        <source>A Company ID usually begins with ww and has 18 characters.</source>
        <translation>企業ID 通常以 ww 開頭，共 18 個字元。</translation>
    </message>
    <message>
        <source>An AgentId is usually a number like 1000004.</source>
        <translation>AgentId 通常是 1000004 這樣的數字。</translation>
    </message>
    <message>
        <source>A Secret usually has 43 characters; this one has %1.</source>
        <translation>Secret 通常有 43 個字元，這裡有 %1 個。</translation>
    </message>
    <message>
        <source>This cannot be a Company ID.</source>
        <translation>這不可能是企業ID。</translation>
    </message>
    <message>
        <source>An AgentId is a number.</source>
        <translation>AgentId 是一個數字。</translation>
    </message>
    <message>
        <source>This cannot be a Secret.</source>
        <translation>這不可能是 Secret。</translation>
    </message>
    <message>
        <source>This is the long number of the console&apos;s address bar. The AgentId is the short one on the app&apos;s page.</source>
        <translation>這是管理後台位址列中的長數字。AgentId 是應用頁面上的短數字。</translation>
    </message>
    <message>
        <source>Not taken: this is the hidden form with stars. Show the value in the console first, then copy it.</source>
        <translation>沒有填入：這是帶星號的隱藏形式。請先在管理後台顯示該值，再複製。</translation>
    </message>
    <message>
        <source>Not taken: this is the address of a page in WeCom&apos;s console. The number in it is not the AgentId; open that page and copy the values that stand on it.</source>
        <translation>沒有填入：這是企業微信管理後台的頁面位址，其中的數字不是 AgentId。請開啟該頁面，複製頁面上的值。</translation>
    </message>
    <message>
        <source>Recognised: %1</source>
        <translation>已識別：%1</translation>
    </message>
    <message>
        <source>Recognised and put where it belongs: %1</source>
        <translation>已識別並填到對應的位置：%1</translation>
    </message>
    <message>
        <source>something that looks like the Secret</source>
        <translation>一段像是 Secret 的內容</translation>
    </message>
    <message>
        <source>On your clipboard: %1</source>
        <translation>剪貼簿中有：%1</translation>
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
        <translation>未儲存：%1</translation>
    </message>
    <message>
        <source>These values were stored for other addresses than this setup names. Nothing is sent until you agree that they may go to %1 and %2.</source>
        <translation>這些值儲存時對應的位址與目前設定不同。在您同意傳送到 %1 和 %2 之前，不會發送任何內容。</translation>
    </message>
    <message>
        <source>All values checked</source>
        <translation>所有值都已檢查</translation>
    </message>
    <message>
        <source>&amp;Company ID</source>
        <translation>企業ID(&amp;C)</translation>
    </message>
    <message>
        <source>My Company → Company information → Company ID (bottom of the page)</source>
        <translation>我的企業 → 企業信息 → 企業ID（頁面底部）</translation>
    </message>
    <message>
        <source>&amp;AgentId</source>
        <translation>AgentId(&amp;A)</translation>
    </message>
    <message>
        <source>App Management → your app → AgentId</source>
        <translation>應用管理 → 您的應用 → AgentId</translation>
    </message>
    <message>
        <source>&amp;Secret</source>
        <translation>Secret(&amp;S)</translation>
    </message>
    <message>
        <source>Press View next to Secret; WeCom sends it to your phone</source>
        <translation>點按 Secret 旁的「檢視」，企業微信會把它發到您的手機</translation>
    </message>
    <message>
        <source>Checked with WeCom</source>
        <translation>企業微信的檢查結果</translation>
    </message>
    <message>
        <source>In the console</source>
        <translation>在管理後台</translation>
    </message>
    <message>
        <source>They may be sent there</source>
        <translation>同意傳送到這些位址</translation>
    </message>
    <message>
        <source>Keep them for this run only</source>
        <translation>僅本次執行保留</translation>
    </message>
    <message>
        <source>Copy three values from the WeCom admin console. They are kept for this run only.</source>
        <translation>從企業微信管理後台複製三個值。它們只在本次執行中保留。</translation>
    </message>
</context>
<context>
    <name>ui::EnablingBar</name>
    <message>
        <source>Step 1 of 3: NocoBase enables the plugin…</source>
        <translation>第 1 步，共 3 步：NocoBase 正在啟用外掛程式…</translation>
    </message>
    <message>
        <source>Step 2 of 3: NocoBase restarts…</source>
        <translation>第 2 步，共 3 步：NocoBase 正在重新啟動…</translation>
    </message>
    <message>
        <source>Step 3 of 3: NocoBase answers again, and settles…</source>
        <translation>第 3 步，共 3 步：NocoBase 已恢復回應，正在等待穩定…</translation>
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
            <numerusform>已完成 %1 步，共 %2 步，%n 步需要處理</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 steps done</source>
        <translation>已完成 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>Workbench homepage</source>
        <translation>工作台應用主頁</translation>
    </message>
    <message>
        <source>QR code of the workbench homepage, to be scanned with WeCom</source>
        <translation>工作台應用主頁 QR Code，請用企業微信掃描</translation>
    </message>
    <message>
        <source>Where everything stands (rehearsal)</source>
        <translation>總體情況（演練）</translation>
    </message>
    <message>
        <source>Where everything stands</source>
        <translation>總體情況</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>報告</translation>
    </message>
    <message>
        <source>What was checked, from where and when, what was changed, and how the test login went. No secret is in it.</source>
        <translation>檢查了什麼、從哪裡、何時檢查，修改了什麼，以及測試登入的結果。其中不含任何金鑰。</translation>
    </message>
    <message>
        <source>&amp;Save report…</source>
        <translation>儲存報告(&amp;S)…</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>交接</translation>
    </message>
    <message>
        <source>The settings as a file for a colleague&apos;s computer. Company ID, AgentId, Secret and password are not in it.</source>
        <translation>把設定儲存為檔案，供同事的電腦使用。其中不含企業ID、AgentId、Secret 和密碼。</translation>
    </message>
    <message>
        <source>Save &amp;file…</source>
        <translation>儲存檔案(&amp;F)…</translation>
    </message>
    <message>
        <source>How colleagues sign in for the first time</source>
        <translation>同事首次登入的方法</translation>
    </message>
    <message>
        <source>Open WeCom on the phone and go to &lt;b&gt;Workbench&lt;/b&gt;</source>
        <translation>在手機上開啟企業微信，進入&lt;b&gt;工作台&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Tap the app, or scan this code with WeCom</source>
        <translation>點按該應用，或用企業微信掃描此 QR Code</translation>
    </message>
    <message>
        <source>Allow the phone number. From then on the button on NocoBase&apos;s sign-in page works too</source>
        <translation>同意提供手機號碼。之後 NocoBase 登入頁上的按鈕也可以使用</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>儲存報告</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>網頁 (*.html)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Data (*.json)</source>
        <translation>資料 (*.json)</translation>
    </message>
    <message>
        <source>Save hand-over file</source>
        <translation>儲存交接檔案</translation>
    </message>
    <message>
        <source>Setup (*.json)</source>
        <translation>設定 (*.json)</translation>
    </message>
    <message>
        <source>%1 could not be written. %2</source>
        <translation>無法寫入 %1。%2</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已儲存為 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Check &amp;everything again</source>
        <translation>全部重新檢查(&amp;E)</translation>
    </message>
    <message>
        <source>What is left, and for whom</source>
        <translation>還要做的事，由誰來做</translation>
    </message>
    <message>
        <source>&amp;Copy as a message in English and Chinese</source>
        <translation>複製為中英文訊息(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Look at it or print…</source>
        <translation>預覽或列印(&amp;L)…</translation>
    </message>
    <message>
        <source>Save as a &amp;poster…</source>
        <translation>儲存為海報(&amp;P)…</translation>
    </message>
    <message>
        <source>Save poster</source>
        <translation>儲存海報</translation>
    </message>
    <message>
        <source>Copied. It holds no secret; send it to both admins.</source>
        <translation>已複製。內容不含任何金鑰，可以發給兩位管理員。</translation>
    </message>
    <message>
        <source>Certificates, addresses and settings change: check again in a week, on %1, and after every change.</source>
        <translation>憑證、位址和設定都會變化：請在一週後（%1）以及每次改動之後再檢查一遍。</translation>
    </message>
    <message>
        <source>Save a re&amp;minder for the calendar…</source>
        <translation>儲存日曆提醒…(&amp;M)</translation>
    </message>
    <message>
        <source>Save it as a &amp;text…</source>
        <translation>儲存為文字…(&amp;T)</translation>
    </message>
    <message>
        <source>Save what is left</source>
        <translation>儲存待辦事項</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文字 (*.txt)</translation>
    </message>
    <message>
        <source>Save reminder</source>
        <translation>儲存提醒</translation>
    </message>
    <message>
        <source>Calendar (*.ics)</source>
        <translation>日曆 (*.ics)</translation>
    </message>
    <message>
        <source>The settings as a file for a colleague&apos;s computer. In a rehearsal it is a sample that cannot be imported.</source>
        <translation>把設定儲存為檔案，供同事的電腦使用。演練中儲存的只是範例，無法匯入。</translation>
    </message>
    <message>
        <source>When last checked: %1 of %2</source>
        <translation>上次檢查時：%1/%2</translation>
    </message>
    <message>
        <source>Was checked on %1; not looked at since the start</source>
        <translation>%1 檢查時正常，啟動後尚未查看</translation>
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
        <translation>關閉(&amp;C)</translation>
    </message>
</context>
<context>
    <name>ui::HomepagePage</name>
    <message>
        <source>Homepage link</source>
        <translation>首頁連結</translation>
    </message>
    <message>
        <source>Homepage link for computers</source>
        <translation>電腦端首頁連結</translation>
    </message>
    <message>
        <source>Homepage link for phones</source>
        <translation>手機端首頁連結</translation>
    </message>
    <message>
        <source>Fits, since automatic login is on: NocoBase signs people in by itself.</source>
        <translation>已開啟自動登入，這樣即可：NocoBase 會自動完成登入。</translation>
    </message>
    <message>
        <source>Without automatic login people land on the sign-in page. Switch it on in step 8, or take WeCom&apos;s login address.</source>
        <translation>未開啟自動登入時，使用者會停在登入頁。請在第 8 步開啟，或使用企業微信的登入位址。</translation>
    </message>
    <message>
        <source>Signs people in on its own, and asks for the phone number by which NocoBase finds the user.</source>
        <translation>自行完成登入，並請求手機號碼，NocoBase 據此找到使用者。</translation>
    </message>
    <message>
        <source>What opens in the workbench</source>
        <translation>在工作台中開啟什麼</translation>
    </message>
    <message>
        <source>A &amp;plain NocoBase address</source>
        <translation>NocoBase 普通位址(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;WeCom&apos;s login address (OAuth)</source>
        <translation>企業微信登入位址（OAuth）(&amp;W)</translation>
    </message>
    <message>
        <source>A page of its own for p&amp;hones</source>
        <translation>手機端使用單獨的頁面(&amp;H)</translation>
    </message>
    <message>
        <source>Pa&amp;ge</source>
        <translation>頁面(&amp;G)</translation>
    </message>
    <message>
        <source>A page of NocoBase, for example /admin</source>
        <translation>NocoBase 的頁面，例如 /admin</translation>
    </message>
    <message>
        <source>Page on phon&amp;es</source>
        <translation>手機端頁面(&amp;E)</translation>
    </message>
    <message>
        <source>For example /m</source>
        <translation>例如 /m</translation>
    </message>
    <message>
        <source>For computers</source>
        <translation>電腦端</translation>
    </message>
    <message>
        <source>For phones</source>
        <translation>手機端</translation>
    </message>
    <message>
        <source>On the app&apos;s page, find &lt;b&gt;App Homepage&lt;/b&gt; and choose &lt;b&gt;Settings&lt;/b&gt;</source>
        <translation>在應用頁面找到&lt;b&gt;應用主頁&lt;/b&gt;，點按&lt;b&gt;配置&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Choose &lt;b&gt;Web page&lt;/b&gt; and paste; for two links, first choose to set up mobile and desktop separately</source>
        <translation>選擇&lt;b&gt;網頁&lt;/b&gt;並貼上；如需兩個連結，先選擇分別設定手機端和電腦端</translation>
    </message>
    <message>
        <source>Choose &lt;b&gt;Confirm&lt;/b&gt;, then come back</source>
        <translation>點按&lt;b&gt;確定&lt;/b&gt;，然後回到這裡</translation>
    </message>
</context>
<context>
    <name>ui::LayoutCard</name>
    <message>
        <source>There is no WeCom authenticator in NocoBase yet.</source>
        <translation>NocoBase 中還沒有企業微信認證器。</translation>
    </message>
    <message>
        <source>The assistant is watching for it…</source>
        <translation>助手正在等待它出現…</translation>
    </message>
    <message>
        <source>Nothing has appeared in NocoBase for ten minutes.</source>
        <translation>十分鐘內 NocoBase 中沒有出現新的認證器。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再次檢視</translation>
    </message>
    <message>
        <source>On</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Fill in NocoBase&apos;s own form</source>
        <translation>在 NocoBase 自己的表單中填寫</translation>
    </message>
    <message>
        <source>Show the assistant where your plugin keeps its options</source>
        <translation>讓助手知道外掛程式把選項存放在哪裡</translation>
    </message>
    <message>
        <source>Nobody but NocoBase&apos;s own form knows that. Save one authenticator there with these sample values; the assistant reads it and learns. It stays disabled, so nobody can sign in by it.</source>
        <translation>只有 NocoBase 自己的表單知道。請在那裡用下面的示例值儲存一個認證器，助手讀取後就會明白。它保持未啟用，沒有人能用它登入。</translation>
    </message>
    <message>
        <source>Open the page of authenticators, press &lt;b&gt;Add new&lt;/b&gt; and choose &lt;b&gt;WeCom&lt;/b&gt;</source>
        <translation>開啟認證器頁面，點按&lt;b&gt;新增&lt;/b&gt;，選擇&lt;b&gt;企業微信&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Fill in these values. Switch &lt;b&gt;Automatic login&lt;/b&gt; on if there is such a field, and leave &lt;b&gt;Enabled&lt;/b&gt; off</source>
        <translation>填入這些值。如果有&lt;b&gt;自動登入&lt;/b&gt;請開啟，&lt;b&gt;啟用&lt;/b&gt;保持關閉</translation>
    </message>
    <message>
        <source>Press &lt;b&gt;Submit&lt;/b&gt;. The assistant sees it by itself</source>
        <translation>點按&lt;b&gt;提交&lt;/b&gt;，助手會自動發現</translation>
    </message>
    <message>
        <source>&amp;Open the page</source>
        <translation>開啟頁面(&amp;O)</translation>
    </message>
    <message>
        <source>In the &amp;new interface</source>
        <translation>在新版介面開啟(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;I have entered them</source>
        <translation>我已填好(&amp;I)</translation>
    </message>
    <message>
        <source>I would rather fill in the real values there myself</source>
        <translation>我想自己在那裡填寫真實的值</translation>
    </message>
    <message>
        <source>Let the assistant learn it from sample values instead</source>
        <translation>改為讓助手透過示例值學習</translation>
    </message>
    <message>
        <source>Add a WeCom authenticator in NocoBase with these values and enable it. The assistant then reads back what it can, and proves the rest.</source>
        <translation>請在 NocoBase 中用這些值新增企業微信認證器並啟用。之後助手會讀回能讀的內容，並驗證其餘部分。</translation>
    </message>
    <message>
        <source>Sample values</source>
        <translation>示例值</translation>
    </message>
    <message>
        <source>Values for NocoBase&apos;s form</source>
        <translation>填入 NocoBase 表單的值</translation>
    </message>
</context>
<context>
    <name>ui::LayoutQuestions</name>
    <message>
        <source>Questions</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>%1 of the authenticator “%2” is kept in:</source>
        <translation>認證器「%2」的 %1 存放在：</translation>
    </message>
    <message>
        <source>%1 (empty)</source>
        <translation>%1（空）</translation>
    </message>
    <message>
        <source>%1, where it now says %2</source>
        <translation>%1，目前內容是 %2</translation>
    </message>
    <message>
        <source>None of these: leave this option alone</source>
        <translation>都不是：不改動這個選項</translation>
    </message>
    <message>
        <source>Which place is the right one?</source>
        <translation>哪個位置是對的？</translation>
    </message>
</context>
<context>
    <name>ui::LoginCard</name>
    <message>
        <source>The last test login, on %1</source>
        <translation>上次測試登入：%1</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>發生了什麼</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>儲存為檔案…</translation>
    </message>
    <message>
        <source>Save the login</source>
        <translation>儲存登入過程</translation>
    </message>
    <message>
        <source>Data (*.json)</source>
        <translation>資料 (*.json)</translation>
    </message>
    <message>
        <source>Saved as %1. It holds no code and no token.</source>
        <translation>已儲存為 %1，其中沒有授權碼和權杖。</translation>
    </message>
    <message>
        <source>%1 could not be written. %2</source>
        <translation>無法寫入 %1。%2</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Dismiss</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>The setup file could not be read. It is kept as %1, and a fresh one is used.</source>
        <translation>設定檔案無法讀取，已保留為 %1，並新建了一個。</translation>
    </message>
    <message>
        <source>%1 · Step %2 of %3</source>
        <translation>%1 · 第 %2 步，共 %3 步</translation>
    </message>
    <message>
        <source>Close once more to leave without saving.</source>
        <translation>再次關閉即不儲存直接退出。</translation>
    </message>
    <message>
        <source>“%1” was imported as a setup of its own. Account, password, Company ID, AgentId and Secret are not in such a file: fill them in here.</source>
        <translation>「%1」已作為一項獨立的設定匯入。這種檔案裡沒有帳號、密碼、企業ID、AgentId 和 Secret，請在這裡填寫。</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>演練</translation>
    </message>
    <message>
        <source>The setup “%1” was not removed: %2</source>
        <translation>設定「%1」未被移除：%2</translation>
    </message>
    <message>
        <source>“%1” was imported and waits on the page Welcome. The rehearsal goes on.</source>
        <translation>「%1」已匯入，可在「歡迎」頁開啟。演練繼續進行。</translation>
    </message>
</context>
<context>
    <name>ui::NewLinkCard</name>
    <message>
        <source>Looking who is linked to WeCom already…</source>
        <translation>正在查看已綁定企業微信的使用者…</translation>
    </message>
    <message>
        <source>A first login leaves a new link in NocoBase, which is seen here. Watching, %1 left.</source>
        <translation>首次登入會在 NocoBase 裡留下新的綁定，這裡看得到。正在等待，還剩 %1。</translation>
    </message>
    <message>
        <source>Somebody&apos;s first login has come through.</source>
        <translation>有人首次登入成功了。</translation>
    </message>
    <message>
        <source>Seen in NocoBase, and the one you tried: this step is verified.</source>
        <translation>已在 NocoBase 裡看到，而且正是您試的那次：這一步已驗證。</translation>
    </message>
    <message>
        <source>No first login was seen in ten minutes. Later logins of the same person leave nothing to see.</source>
        <translation>十分鐘內沒有看到首次登入。同一個人之後的登入不會留下痕跡。</translation>
    </message>
    <message>
        <source>NocoBase cannot be asked for new links now. Sign in to it in the step NocoBase, and apply the login first.</source>
        <translation>現在無法向 NocoBase 查詢新的綁定。請先在「NocoBase」步驟登入，並套用登入設定。</translation>
    </message>
    <message>
        <source>%1 is linked to WeCom now. Is this the login that you tried?</source>
        <translation>%1 現在綁定了企業微信。這是您試的那次登入嗎？</translation>
    </message>
    <message>
        <source>What NocoBase sees</source>
        <translation>NocoBase 看到的</translation>
    </message>
    <message>
        <source>Yes, that was it</source>
        <translation>對，就是這次</translation>
    </message>
    <message>
        <source>No, somebody else</source>
        <translation>不，是別人</translation>
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
        <translation>這不是網址。網址形如 crm.example.com。</translation>
    </message>
    <message>
        <source>C&amp;heck connection</source>
        <translation>檢查連線(&amp;H)</translation>
    </message>
    <message>
        <source>Not stored: %1</source>
        <translation>未儲存：%1</translation>
    </message>
    <message>
        <source>&amp;Address of your NocoBase</source>
        <translation>NocoBase 的位址(&amp;A)</translation>
    </message>
    <message>
        <source>As your colleagues type it, for example https://crm.example.com. It becomes the Origin of the login.</source>
        <translation>同事存取時輸入的位址，例如 https://crm.example.com。它將作為登入的 Origin。</translation>
    </message>
    <message>
        <source>Send my password although the connection is &amp;not encrypted (http)</source>
        <translation>連線未加密 (http)，仍然傳送密碼(&amp;N)</translation>
    </message>
    <message>
        <source>How to sign in</source>
        <translation>登入方式</translation>
    </message>
    <message>
        <source>Acco&amp;unt and password</source>
        <translation>帳號和密碼(&amp;U)</translation>
    </message>
    <message>
        <source>API &amp;key</source>
        <translation>API 金鑰(&amp;K)</translation>
    </message>
    <message>
        <source>Acc&amp;ount</source>
        <translation>帳號(&amp;O)</translation>
    </message>
    <message>
        <source>An account that may manage authentication, for example the first administrator</source>
        <translation>有權管理使用者認證的帳號，例如初始管理員</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>密碼(&amp;P)</translation>
    </message>
    <message>
        <source>Used for this run and never stored</source>
        <translation>僅本次執行使用，不會儲存</translation>
    </message>
    <message>
        <source>API ke&amp;y</source>
        <translation>API 金鑰(&amp;Y)</translation>
    </message>
    <message>
        <source>Made in NocoBase under Settings → API keys, with a role that may manage authentication</source>
        <translation>在 NocoBase 的「設定 → API 金鑰」中建立，角色需有權管理使用者認證</translation>
    </message>
    <message>
        <source>Keep the API key in this computer&apos;s key&amp;chain</source>
        <translation>把 API 金鑰儲存在這台電腦的鑰匙圈中(&amp;C)</translation>
    </message>
    <message>
        <source>More: another application than the main one</source>
        <translation>更多：使用主應用以外的應用</translation>
    </message>
    <message>
        <source>App&amp;lication</source>
        <translation>應用(&amp;L)</translation>
    </message>
    <message>
        <source>“main”, or the name of a sub-application of this NocoBase</source>
        <translation>「main」，或此 NocoBase 的子應用名稱</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>檢查結果</translation>
    </message>
    <message>
        <source>What is looked at</source>
        <translation>檢查內容</translation>
    </message>
    <message>
        <source>Whether NocoBase answers, its certificate and version, whether the WeCom plugin is there and on, and which WeCom logins exist already. Nothing is changed on this page.</source>
        <translation>NocoBase 是否可以存取，憑證和版本，企業微信外掛程式是否存在並已啟用，以及已有哪些企業微信登入。此頁不會修改任何內容。</translation>
    </message>
    <message>
        <source>&amp;Fill in the sample account</source>
        <translation>填入示例帳號(&amp;F)</translation>
    </message>
    <message>
        <source>Certificates you trust</source>
        <translation>您信任的憑證</translation>
    </message>
    <message>
        <source>Stop trusting it</source>
        <translation>不再信任</translation>
    </message>
    <message>
        <source>Stop trusting the certificate of %1</source>
        <translation>不再信任 %1 的憑證</translation>
    </message>
    <message>
        <source>This is an address of WeCom. Here belongs the address of your NocoBase.</source>
        <translation>這是企業微信的位址。這裡應填寫您的 NocoBase 的位址。</translation>
    </message>
    <message>
        <source>The rehearsal asks its own NocoBase alone; nothing is sent to this address. For your own NocoBase, begin a setup on the page Welcome.</source>
        <translation>演練只存取自帶的 NocoBase，不會向這個位址傳送任何內容。要連接您自己的 NocoBase，請在「歡迎」頁新建一項設定。</translation>
    </message>
    <message>
        <source>Put the rehearsal&apos;s address back</source>
        <translation>恢復演練的位址</translation>
    </message>
</context>
<context>
    <name>ui::NumberedSteps</name>
    <message>
        <source>What to do</source>
        <translation>操作步驟</translation>
    </message>
</context>
<context>
    <name>ui::OpenPage</name>
    <message>
        <source>No browser opened</source>
        <translation>沒能開啟瀏覽器</translation>
    </message>
    <message>
        <source>No browser could be opened. Open this address yourself:</source>
        <translation>沒能開啟瀏覽器，請自行開啟這個位址：</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>複製位址</translation>
    </message>
</context>
<context>
    <name>ui::OptionsPage</name>
    <message>
        <source>Needs NocoBase %1; this one is %2. Your wish is kept until then.</source>
        <translation>需要 NocoBase %1，目前為 %2。您的選擇會保留到升級之後。</translation>
    </message>
    <message>
        <source>It is not known where this plugin keeps this option. Set it in NocoBase&apos;s own form.</source>
        <translation>不清楚此外掛程式把該選項存在哪裡，請在 NocoBase 自己的表單中設定。</translation>
    </message>
    <message>
        <source>NocoBase holds the variable %1 here; it is left as it is.</source>
        <translation>NocoBase 在此處使用變數 %1，將保持不變。</translation>
    </message>
    <message>
        <source>Without a title the button has the plugin&apos;s own name.</source>
        <translation>不填標題時，按鈕顯示外掛程式自己的名稱。</translation>
    </message>
    <message>
        <source>Origin: %1 – the address colleagues type, from step 2. WeCom sends people back to it.</source>
        <translation>Origin：%1，即第 2 步中同事存取的位址。企業微信會跳轉回這裡。</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>尚不清楚</translation>
    </message>
    <message>
        <source>On the sign-in page</source>
        <translation>登入頁上</translation>
    </message>
    <message>
        <source>When somebody signs in</source>
        <translation>登入時</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>檢查結果</translation>
    </message>
    <message>
        <source>&amp;Title of the button</source>
        <translation>按鈕標題(&amp;T)</translation>
    </message>
    <message>
        <source>What colleagues read on NocoBase&apos;s sign-in page</source>
        <translation>同事在 NocoBase 登入頁上看到的文字</translation>
    </message>
    <message>
        <source>T&amp;ooltip of the button</source>
        <translation>按鈕提示(&amp;O)</translation>
    </message>
    <message>
        <source>May stay empty. Shown when the mouse rests on the button</source>
        <translation>可以留空。滑鼠停在按鈕上時顯示</translation>
    </message>
    <message>
        <source>Sho&amp;w the button</source>
        <translation>顯示按鈕(&amp;W)</translation>
    </message>
    <message>
        <source>The authenticator is enabled in NocoBase</source>
        <translation>在 NocoBase 中啟用此認證器</translation>
    </message>
    <message>
        <source>&amp;Automatic login</source>
        <translation>自動登入(&amp;A)</translation>
    </message>
    <message>
        <source>A NocoBase link opened inside WeCom signs people in by itself. Only one authenticator can have it.</source>
        <translation>在企業微信中開啟 NocoBase 連結時自動登入。只有一個認證器可以開啟。</translation>
    </message>
    <message>
        <source>&amp;Create a user when no phone number matches</source>
        <translation>沒有符合的手機號碼時自動建立使用者(&amp;C)</translation>
    </message>
    <message>
        <source>Off: only people whose phone number is in NocoBase already can sign in</source>
        <translation>關閉時，只有手機號碼已在 NocoBase 中的人可以登入</translation>
    </message>
    <message>
        <source>Workbench a&amp;pplication redirect link</source>
        <translation>工作台應用跳轉連結(&amp;P)</translation>
    </message>
    <message>
        <source>May stay empty. The page after signing in, for example /admin or /m</source>
        <translation>可以留空。登入後開啟的頁面，例如 /admin 或 /m</translation>
    </message>
</context>
<context>
    <name>ui::OwnBrowser</name>
    <message>
        <source>Noted as confirmed by you. The program itself did not see this login.</source>
        <translation>已記為由您確認。程式本身沒有看到這次登入。</translation>
    </message>
    <message>
        <source>Sign-in page</source>
        <translation>登入頁</translation>
    </message>
    <message>
        <source>QR code of the sign-in page</source>
        <translation>登入頁 QR Code</translation>
    </message>
    <message>
        <source>In your own browser</source>
        <translation>在您自己的瀏覽器中</translation>
    </message>
    <message>
        <source>Open the sign-in page, press the WeCom button and scan with WeCom on your phone. A private window shows what new people see.</source>
        <translation>開啟登入頁，點按企業微信按鈕，用手機上的企業微信掃描。使用無痕視窗可以看到新使用者看到的內容。</translation>
    </message>
    <message>
        <source>&amp;Open the sign-in page</source>
        <translation>開啟登入頁(&amp;O)</translation>
    </message>
    <message>
        <source>The QR code opens the same page on another device.</source>
        <translation>QR Code 可在其他裝置上開啟同一頁面。</translation>
    </message>
    <message>
        <source>How did it end?</source>
        <translation>結果如何？</translation>
    </message>
    <message>
        <source>Use the built-in browser</source>
        <translation>使用內建瀏覽器</translation>
    </message>
    <message>
        <source>The program cannot look into your browser. Choose what you saw last.</source>
        <translation>程式看不到您瀏覽器裡的內容。請選擇您最後看到的畫面。</translation>
    </message>
    <message>
        <source>This address works on this computer only, so there is no QR code for another device.</source>
        <translation>這個網址只在這台電腦有效，所以沒有給其他裝置用的 QR 碼。</translation>
    </message>
</context>
<context>
    <name>ui::OwnershipGuide</name>
    <message>
        <source>Put the file into /var/www/wecom first.</source>
        <translation>請先把檔案放到 /var/www/wecom。</translation>
    </message>
    <message>
        <source>It must answer at %1 with exactly what the file holds, and stay there. Who runs the web server adds this:</source>
        <translation>存取 %1 時，必須原樣返回檔案內容，並且要一直保留。請網站管理員加上以下設定：</translation>
    </message>
    <message>
        <source>Into the server block of your site, then reload nginx.</source>
        <translation>加到網站的 server 塊中，然後重新載入 nginx。</translation>
    </message>
    <message>
        <source>Rule for nginx</source>
        <translation>nginx 規則</translation>
    </message>
    <message>
        <source>Into the block of your site in the Caddyfile, then reload Caddy.</source>
        <translation>加到 Caddyfile 中您的網站塊裡，然後重新載入 Caddy。</translation>
    </message>
    <message>
        <source>Rule for Caddy</source>
        <translation>Caddy 規則</translation>
    </message>
    <message>
        <source>Where nothing stands in front of NocoBase&apos;s own image: put the file beside docker-compose.yml, add this to the app, then run docker compose up -d.</source>
        <translation>如果 NocoBase 映象前面沒有別的網站伺服器：把檔案放到 docker-compose.yml 旁邊，在 app 中加上以下設定，然後執行 docker compose up -d。</translation>
    </message>
    <message>
        <source>Volume for Docker</source>
        <translation>Docker 掛載</translation>
    </message>
    <message>
        <source>Where the file goes</source>
        <translation>檔案放在哪裡</translation>
    </message>
    <message>
        <source>NocoBase&apos;s Doc&amp;ker image</source>
        <translation>NocoBase 的 Docker 映象(&amp;K)</translation>
    </message>
</context>
<context>
    <name>ui::PhoneCard</name>
    <message>
        <source>No login page is waiting for a phone.</source>
        <translation>沒有登入頁在等待手機。</translation>
    </message>
    <message>
        <source>Rehearsal: the phone of a colleague</source>
        <translation>演練：同事的手機</translation>
    </message>
    <message>
        <source>&amp;Scan</source>
        <translation>掃描(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Agree</source>
        <translation>同意(&amp;A)</translation>
    </message>
    <message>
        <source>A login page shows its QR code. The colleague holds the phone up to it.</source>
        <translation>登入頁顯示了 QR 碼，同事把手機對準它。</translation>
    </message>
    <message>
        <source>WeCom asks the colleague before anybody is signed in.</source>
        <translation>登入之前，企業微信先詢問這位同事。</translation>
    </message>
    <message>
        <source>The colleague has agreed. WeCom lets the login page go on.</source>
        <translation>同事已同意，企業微信讓登入頁繼續。</translation>
    </message>
    <message>
        <source>The colleague has declined. WeCom sends the page back without an approval.</source>
        <translation>同事已取消，企業微信把頁面送回，但不帶授權。</translation>
    </message>
    <message>
        <source>The app is not visible to this colleague, so WeCom will not tell NocoBase who it is.</source>
        <translation>該應用對這位同事不可見，企業微信不會告訴 NocoBase 這是誰。</translation>
    </message>
    <message>
        <source>Nobody scanned in time. The page has to be opened anew.</source>
        <translation>沒有人及時掃描，需要重新開啟頁面。</translation>
    </message>
    <message>
        <source>Scanning…</source>
        <translation>正在掃描…</translation>
    </message>
    <message>
        <source>WeCom</source>
        <translation>企業微信</translation>
    </message>
    <message>
        <source>Log in to %1?</source>
        <translation>登入 %1？</translation>
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
        <translation>您沒有該應用的權限</translation>
    </message>
    <message>
        <source>The QR code has expired</source>
        <translation>QR 碼已過期</translation>
    </message>
    <message>
        <source>A drawn phone: %1</source>
        <translation>畫出的手機：%1</translation>
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
        <translation>演練無法啟動，或無法寫入 %1。</translation>
    </message>
    <message>
        <source>Could not be written: %1</source>
        <translation>無法寫入：%1</translation>
    </message>
    <message>
        <source>Sign in with WeCom</source>
        <translation>用企業微信登入</translation>
    </message>
</context>
<context>
    <name>ui::PlayedPage</name>
    <message>
        <source>The page that a browser would show</source>
        <translation>瀏覽器會顯示的頁面</translation>
    </message>
    <message>
        <source>QR code of the login page</source>
        <translation>登入頁的 QR 碼</translation>
    </message>
    <message>
        <source>Drawn: played without a browser</source>
        <translation>示意圖：未使用瀏覽器示範</translation>
    </message>
</context>
<context>
    <name>ui::PresentationLink</name>
    <message>
        <source>End presentation</source>
        <translation>結束演示</translation>
    </message>
    <message>
        <source>Show names and numbers again</source>
        <translation>重新顯示名稱和編號</translation>
    </message>
    <message>
        <source>Presentation</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Hide names and numbers, with larger texts</source>
        <translation>隱藏名稱和編號，並放大文字</translation>
    </message>
</context>
<context>
    <name>ui::RehearsalBar</name>
    <message>
        <source>Rehearsal</source>
        <translation>演練</translation>
    </message>
    <message>
        <source>%1 – WeCom and NocoBase are simulated on this computer.</source>
        <translation>%1：企業微信和 NocoBase 都在這台電腦模擬。</translation>
    </message>
    <message>
        <source>%1 – nothing outside this computer is touched.</source>
        <translation>%1：不會觸及這台電腦以外的任何內容。</translation>
    </message>
    <message>
        <source>&amp;Do it in the simulated console</source>
        <translation>在模擬的管理後台完成(&amp;D)</translation>
    </message>
    <message>
        <source>%1 – done in the simulated console.</source>
        <translation>%1：已在模擬的管理後台完成。</translation>
    </message>
    <message>
        <source>Show as a tour…</source>
        <translation>以導覽方式示範…</translation>
    </message>
    <message>
        <source>No fault: everything as it should be</source>
        <translation>沒有故障：一切正常</translation>
    </message>
    <message>
        <source>%1 with a fault: %2</source>
        <translation>%1，目前故障：%2</translation>
    </message>
    <message>
        <source>Practise a fault…</source>
        <translation>練習排查故障…</translation>
    </message>
</context>
<context>
    <name>ui::ReplayBar</name>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Play again</source>
        <translation>重放</translation>
    </message>
    <message>
        <source>Next event</source>
        <translation>下一個事件</translation>
    </message>
    <message>
        <source>Speed ×%1</source>
        <translation>速度 ×%1</translation>
    </message>
    <message>
        <source>Replay of the login</source>
        <translation>重放登入過程</translation>
    </message>
</context>
<context>
    <name>ui::ReportPreview</name>
    <message>
        <source>Report</source>
        <translation>報告</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>列印(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>關閉(&amp;C)</translation>
    </message>
</context>
<context>
    <name>ui::ReviewPage</name>
    <message>
        <source>The settings are in NocoBase.</source>
        <translation>設定已寫入 NocoBase。</translation>
    </message>
    <message>
        <source>Nothing has been changed yet. This is what will change in NocoBase.</source>
        <translation>目前還沒有任何改動。下面是將在 NocoBase 中修改的內容。</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%2，%1</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n 處修改</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n authenticator(s)</source>
        <translation>
            <numerusform>%n 個認證器</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Apply %n change(s)</source>
        <translation>
            <numerusform>套用 %n 處修改(&amp;A)</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking at NocoBase…</source>
        <translation>正在檢視 NocoBase…</translation>
    </message>
    <message>
        <source>Go to: %1</source>
        <translation>前往：%1</translation>
    </message>
    <message>
        <source>New authenticator “%1”</source>
        <translation>新認證器「%1」</translation>
    </message>
    <message>
        <source>Authenticator “%1”</source>
        <translation>認證器「%1」</translation>
    </message>
    <message>
        <source>Automatic login is also on for “%1”. Only one can have it, so it will be turned off there.</source>
        <translation>「%1」也開啟了自動登入。只能有一個開啟，因此會關閉那裡的自動登入。</translation>
    </message>
    <message>
        <source>Being applied</source>
        <translation>正在套用</translation>
    </message>
    <message>
        <source>How it is applied</source>
        <translation>套用方式</translation>
    </message>
    <message>
        <source>The present settings are kept, so Undo can put them back</source>
        <translation>會保留目前設定，可以復原</translation>
    </message>
    <message>
        <source>After writing, everything is read back and compared</source>
        <translation>寫入後會重新讀取並逐項比較</translation>
    </message>
    <message>
        <source>Everything is as it was before.</source>
        <translation>一切都已恢復原樣。</translation>
    </message>
    <message>
        <source>It could not be put back. %1</source>
        <translation>無法恢復。%1</translation>
    </message>
    <message>
        <source>What was there before the last apply is kept.</source>
        <translation>上次套用之前的內容已保留。</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>復原(&amp;U)</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>檢查結果</translation>
    </message>
    <message>
        <source>Which authenticator is this setup about?</source>
        <translation>此設定對應哪個認證器？</translation>
    </message>
    <message>
        <source>&amp;Undo anyway</source>
        <translation>仍要復原(&amp;U)</translation>
    </message>
    <message>
        <source>NocoBase holds these settings already. Nothing has to be changed.</source>
        <translation>NocoBase 中已經是這些設定，無需修改。</translation>
    </message>
    <message>
        <source>What you have entered in NocoBase is proven here.</source>
        <translation>這裡驗證您在 NocoBase 中填寫的內容。</translation>
    </message>
    <message>
        <source>Nothing has been changed yet.</source>
        <translation>目前還沒有任何改動。</translation>
    </message>
    <message>
        <source>NocoBase restarts for everyone</source>
        <translation>NocoBase 會為所有人重新啟動</translation>
    </message>
    <message>
        <source>&amp;Enable the plugin</source>
        <translation>啟用外掛程式(&amp;E)</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>驗證</translation>
    </message>
    <message>
        <source>NocoBase&apos;s sign-in page</source>
        <translation>NocoBase 登入頁</translation>
    </message>
    <message>
        <source>I have entered the values in NocoBase&apos;s own form</source>
        <translation>我已在 NocoBase 自己的表單中填好這些值</translation>
    </message>
    <message>
        <source>Learned from “%1”. Applying puts the real values into it. Or remove it, and a new authenticator is made.</source>
        <translation>已從「%1」學會。套用時會把真實的值寫入其中；也可以刪除它，另建新的認證器。</translation>
    </message>
    <message>
        <source>The authenticator “%1” still holds the sample values. Use it for the real ones, or remove it.</source>
        <translation>認證器「%1」裡還是示例值。可以用它存放真實的值，也可以刪除。</translation>
    </message>
    <message>
        <source>&amp;Use it</source>
        <translation>使用它(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Remove it</source>
        <translation>刪除(&amp;R)</translation>
    </message>
    <message>
        <source>The sign-in page shows no button for this authenticator.</source>
        <translation>登入頁上沒有這個認證器的按鈕。</translation>
    </message>
    <message>
        <source>The button on the sign-in page did not lead to WeCom.</source>
        <translation>登入頁上的按鈕沒有跳前往企業微信。</translation>
    </message>
    <message>
        <source>The test login in your own browser proves it.</source>
        <translation>用自己的瀏覽器做測試登入可以驗證。</translation>
    </message>
    <message>
        <source>Ask me again where the plugin keeps its options</source>
        <translation>重新詢問外掛程式把選項存放在哪裡</translation>
    </message>
    <message>
        <source>NocoBase</source>
        <translation>NocoBase</translation>
    </message>
    <message>
        <source>Enabling the plugin restarts NocoBase for everyone who works in it now; it takes about a minute. What else changes is shown afterwards. Undo does not switch the plugin off again.</source>
        <translation>啟用外掛程式會重新啟動 NocoBase，正在使用的人都會受影響，大約需要一分鐘。其餘改動在此之後顯示。復原不會再關閉外掛程式。</translation>
    </message>
    <message>
        <source>They are kept for this run only: Undo works until this program ends.</source>
        <translation>只在本次執行中保留：程式結束之前可以復原。</translation>
    </message>
    <message>
        <source>What you have entered is in NocoBase already. Not everything is entered yet.</source>
        <translation>已填寫的內容 NocoBase 中都有了，但還有沒填寫的。</translation>
    </message>
    <message>
        <source>NocoBase has several ways to sign in with WeCom. This setup&apos;s values are written into the one that you choose. The others keep theirs, except for automatic login: only one can have it.</source>
        <translation>NocoBase 中有多個企業微信登入方式。本設定的值會寫入您選擇的那一個，其餘的保持不變；但自動登入只能有一個開啟。</translation>
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
        <translation>開啟</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>%1 is left out: it needs NocoBase %2.</source>
        <translation>跳過 %1：需要 NocoBase %2。</translation>
    </message>
    <message>
        <source>%1 is left alone: NocoBase holds the variable %2 there.</source>
        <translation>%1 保持不變：NocoBase 在此處使用變數 %2。</translation>
    </message>
    <message>
        <source>%1 is left out: it is not known where this plugin keeps it.</source>
        <translation>跳過 %1：不清楚此外掛程式把它存在哪裡。</translation>
    </message>
    <message>
        <source>Company ID, AgentId and Secret are needed first.</source>
        <translation>需要先填寫企業ID、AgentId 和 Secret。</translation>
    </message>
    <message>
        <source>Sign in to NocoBase first, so that its present settings can be read.</source>
        <translation>請先登入 NocoBase，以便讀取目前設定。</translation>
    </message>
    <message>
        <source>The changes cannot be worked out yet.</source>
        <translation>還無法得出需要修改的內容。</translation>
    </message>
    <message>
        <source>Putting back what was there</source>
        <translation>正在恢復原來的內容</translation>
    </message>
    <message>
        <source>Reading the present settings</source>
        <translation>正在讀取目前設定</translation>
    </message>
    <message>
        <source>Keeping them for Undo</source>
        <translation>正在保留，以便復原</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>正在寫入</translation>
    </message>
    <message>
        <source>Reading back and comparing</source>
        <translation>正在重新讀取並比較</translation>
    </message>
    <message>
        <source>Applied. Everything was read back and is the same.</source>
        <translation>已套用。重新讀取的內容完全一致。</translation>
    </message>
    <message>
        <source>Applied, but NocoBase shows some values differently; see the checks.</source>
        <translation>已套用，但 NocoBase 中有些值不同，請檢視檢查結果。</translation>
    </message>
    <message>
        <source>Nothing had to be changed.</source>
        <translation>無需修改。</translation>
    </message>
    <message>
        <source>Nothing was changed. %1</source>
        <translation>沒有修改任何內容。%1</translation>
    </message>
    <message>
        <source>It did not work, and everything was put back as it was. %1</source>
        <translation>沒有成功，一切都已恢復原樣。%1</translation>
    </message>
    <message>
        <source>It did not work, and not everything could be put back. Press Undo to try again. %1</source>
        <translation>沒有成功，且未能全部恢復。請點按「復原」再試一次。%1</translation>
    </message>
    <message>
        <source>The stored values were given for other addresses. Look at them and agree first.</source>
        <translation>已儲存的值原本用於其他位址。請先檢視並同意。</translation>
    </message>
    <message>
        <source>%1: before NocoBase %2 nobody is created when WeCom gives no phone number.</source>
        <translation>%1：NocoBase %2 之前，企業微信沒有給出手機號碼時不會建立使用者。</translation>
    </message>
    <message>
        <source>%1: before NocoBase %2 it may fail inside WeCom.</source>
        <translation>%1：NocoBase %2 之前，在企業微信內可能失敗。</translation>
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
        <translation>這裡沒有填寫：%1。NocoBase 保留原有的值，是否正確尚未證實。</translation>
    </message>
</context>
<context>
    <name>ui::SecretField</name>
    <message>
        <source>Hide</source>
        <translation>隱藏</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>顯示</translation>
    </message>
    <message>
        <source>Hide: %1</source>
        <translation>隱藏：%1</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation>顯示：%1</translation>
    </message>
</context>
<context>
    <name>ui::SessionHost</name>
    <message>
        <source>Rehearsal</source>
        <translation>演練</translation>
    </message>
</context>
<context>
    <name>ui::SetupList</name>
    <message>
        <source>Is open</source>
        <translation>已開啟</translation>
    </message>
    <message>
        <source>%1 of %2 steps done</source>
        <translation>共 %2 步，已完成 %1 步</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) need attention</source>
        <translation>
            <numerusform>%n 步需要處理</numerusform>
        </translation>
    </message>
    <message>
        <source>Left at: %1</source>
        <translation>上次做到：%1</translation>
    </message>
    <message>
        <source>Last checked: %1</source>
        <translation>上次檢查：%1</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>還沒有檢查過</translation>
    </message>
    <message>
        <source>Setups</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>This file cannot be read: %1</source>
        <translation>無法讀取此檔案：%1</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>複製一份</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重新命名</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新名稱</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Remove this setup</source>
        <translation>移除此設定</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Remove “%1” from this computer? Its file, what was seen of it and its values in the keychain are deleted, and what was applied can no longer be undone from here. NocoBase and WeCom stay as they are.</source>
        <translation>要從這台電腦移除「%1」嗎？它的檔案、檢查紀錄以及鑰匙圈中儲存的值都會被刪除，之後也無法再從這裡復原已套用的變更。NocoBase 和企業微信保持不變。</translation>
    </message>
</context>
<context>
    <name>ui::SightPicker</name>
    <message>
        <source>What did you see?</source>
        <translation>您看到了什麼？</translation>
    </message>
</context>
<context>
    <name>ui::StageList</name>
    <message>
        <source>Details</source>
        <translation>詳情</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>When: %1</source>
        <translation>時間：%1</translation>
    </message>
    <message>
        <source>It took %1 s</source>
        <translation>用時 %1 秒</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Host: %1</source>
        <translation>主機：%1</translation>
    </message>
    <message>
        <source>Address: %1</source>
        <translation>位址：%1</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>回應：%1</translation>
    </message>
    <message>
        <source>A person has %1 for it</source>
        <translation>等待人操作，限時 %1</translation>
    </message>
    <message>
        <source>It has %1 to come</source>
        <translation>限時 %1</translation>
    </message>
    <message>
        <source>What it proves: %1</source>
        <translation>說明什麼：%1</translation>
    </message>
    <message>
        <source>What would be wrong: %1</source>
        <translation>可能的問題：%1</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>發生了什麼</translation>
    </message>
</context>
<context>
    <name>ui::StatusIcon</name>
    <message>
        <source>Checked</source>
        <translation>已檢查</translation>
    </message>
    <message>
        <source>Confirmed by you</source>
        <translation>由您確認</translation>
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
        <translation>問題</translation>
    </message>
    <message>
        <source>Being checked</source>
        <translation>正在檢查</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>未檢查</translation>
    </message>
    <message>
        <source>Current step</source>
        <translation>目前步驟</translation>
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
        <translation>正在檢查…</translation>
    </message>
    <message>
        <source>Everything here is checked</source>
        <translation>此頁已全部檢查</translation>
    </message>
    <message>
        <source>Confirmed by you</source>
        <translation>由您確認</translation>
    </message>
    <message>
        <source>%1 of %2 checks passed. You can go on and come back.</source>
        <translation>已透過 %1 項，共 %2 項。可以先繼續。</translation>
    </message>
    <message>
        <source>Not checked yet. You can go on and come back.</source>
        <translation>尚未檢查。可以先繼續。</translation>
    </message>
    <message>
        <source>Looking into the keychain…</source>
        <translation>正在查看鑰匙圈…</translation>
    </message>
    <message>
        <source>Asking NocoBase…</source>
        <translation>正在詢問 NocoBase…</translation>
    </message>
    <message>
        <source>Asking WeCom…</source>
        <translation>正在詢問企業微信…</translation>
    </message>
    <message>
        <source>NocoBase asks WeCom…</source>
        <translation>NocoBase 正在詢問企業微信…</translation>
    </message>
    <message>
        <source>Looking for the verification file…</source>
        <translation>正在尋找驗證檔案…</translation>
    </message>
    <message>
        <source>Looking at the login page…</source>
        <translation>正在查看登入頁…</translation>
    </message>
    <message>
        <source>NocoBase enables the plugin…</source>
        <translation>NocoBase 正在啟用外掛…</translation>
    </message>
    <message>
        <source>Writing to NocoBase…</source>
        <translation>正在寫入 NocoBase…</translation>
    </message>
    <message>
        <source>Putting the old settings back…</source>
        <translation>正在恢復原來的設定…</translation>
    </message>
    <message>
        <source>Removing the sample row…</source>
        <translation>正在刪除範例記錄…</translation>
    </message>
    <message>
        <source>Asking NocoBase for its login address…</source>
        <translation>正在向 NocoBase 查詢登入位址…</translation>
    </message>
    <message>
        <source>The test login is under way…</source>
        <translation>測試登入正在進行…</translation>
    </message>
    <message>
        <source>Trying the other ways of logging in…</source>
        <translation>正在嘗試其他登入方式…</translation>
    </message>
    <message>
        <source>Checked, but one thing on this page needs your attention</source>
        <translation>已檢查，但本頁有一處需要處理</translation>
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
        <translation>由您確認</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>已檢查</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>需要處理</translation>
    </message>
    <message>
        <source>current step</source>
        <translation>目前步驟</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>演練</translation>
    </message>
    <message>
        <source>WeCom login for NocoBase</source>
        <translation>NocoBase 企業微信登入</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>語言：%1</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步驟</translation>
    </message>
    <message>
        <source>About</source>
        <translation>關於</translation>
    </message>
    <message>
        <source>About this program</source>
        <translation>關於本程式</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>幫助</translation>
    </message>
    <message>
        <source>Help: opens the guide</source>
        <translation>幫助：開啟使用指南</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>語言和外觀</translation>
    </message>
</context>
<context>
    <name>ui::TestLoginPage</name>
    <message>
        <source>&amp;Test again</source>
        <translation>再測一次(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Start the test</source>
        <translation>開始測試(&amp;S)</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>過程</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>NocoBase&apos;s sign-in page opens here and goes on to WeCom&apos;s QR code. Have your phone with WeCom at hand.</source>
        <translation>NocoBase 登入頁會在這裡開啟，並前往企業微信 QR Code。請準備好裝有企業微信的手機。</translation>
    </message>
    <message>
        <source>Use my own browser instead</source>
        <translation>改用我自己的瀏覽器</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Private window: nothing of it is kept on this computer</source>
        <translation>無痕視窗：本機不保留其中任何內容</translation>
    </message>
    <message>
        <source>The tour opens the sign-in page here.</source>
        <translation>導覽會在這裡開啟登入頁。</translation>
    </message>
    <message>
        <source>The sign-in page of the simulated NocoBase opens here. Then scan with the rehearsal&apos;s phone.</source>
        <translation>模擬的 NocoBase 登入頁會在這裡開啟。然後用演練的手機掃描。</translation>
    </message>
</context>
<context>
    <name>ui::TextField</name>
    <message>
        <source>Paste</source>
        <translation>貼上</translation>
    </message>
    <message>
        <source>Paste: %1</source>
        <translation>貼上：%1</translation>
    </message>
    <message numerus="yes">
        <source>No more than %n character(s) fit here.</source>
        <translation>
            <numerusform>這裡最多 %n 個字元。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ThemeMenu</name>
    <message>
        <source>As the system looks</source>
        <translation>跟隨系統</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
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
        <translation>過程</translation>
    </message>
</context>
<context>
    <name>ui::ToldBox</name>
    <message>
        <source>This message is not known here. Nothing of it was kept.</source>
        <translation>程式不認識這條資訊，沒有保留任何內容。</translation>
    </message>
    <message>
        <source>Recognised: see what the checks say now.</source>
        <translation>已識別，請檢視檢查結果。</translation>
    </message>
    <message>
        <source>Does WeCom&apos;s console show an error?</source>
        <translation>管理後台有錯誤提示？</translation>
    </message>
    <message>
        <source>Can you read NocoBase&apos;s log?</source>
        <translation>能檢視 NocoBase 的記錄檔？</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>提示內容</translation>
    </message>
    <message>
        <source>The line with WeCom&apos;s answer</source>
        <translation>包含企業微信回應的那一行</translation>
    </message>
    <message>
        <source>It is looked through for a known cause and not kept.</source>
        <translation>程式只從中查詢已知原因，不會儲存內容。</translation>
    </message>
</context>
<context>
    <name>ui::TourBar</name>
    <message>
        <source>%1 of %2, one moment…</source>
        <translation>%1/%2，請稍候…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Play the tour</source>
        <translation>播放導覽</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>走一步</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>逐步示範</translation>
    </message>
    <message>
        <source>Tour of the rehearsal</source>
        <translation>演練導覽</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>章節</translation>
    </message>
    <message>
        <source>From the start</source>
        <translation>從頭開始</translation>
    </message>
    <message>
        <source>Next chapter</source>
        <translation>下一章</translation>
    </message>
    <message>
        <source>Leave the tour</source>
        <translation>離開導覽</translation>
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
        <translation>點按&lt;b&gt;設置可信域名&lt;/b&gt;並貼上</translation>
    </message>
    <message>
        <source>Download the verification file and put it at the root of your site, or drop it here to see what to do with it</source>
        <translation>下載驗證檔案並放到網站根目錄，或拖到這裡檢視如何放置</translation>
    </message>
    <message>
        <source>Choose &lt;b&gt;Confirm&lt;/b&gt;, then come back</source>
        <translation>點按&lt;b&gt;確定&lt;/b&gt;，然後回到這裡</translation>
    </message>
    <message>
        <source>Name of the &amp;verification file</source>
        <translation>驗證檔名(&amp;V)</translation>
    </message>
    <message>
        <source>C&amp;hoose the file…</source>
        <translation>選擇檔案(&amp;H)…</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>選擇檔案</translation>
    </message>
    <message>
        <source>The file&apos;s name begins with WW_verify_ and ends with .txt.</source>
        <translation>檔名以 WW_verify_ 開頭，以 .txt 結尾。</translation>
    </message>
    <message>
        <source>“%1” is not the verification file: its name begins with WW_verify_ and ends with .txt.</source>
        <translation>「%1」不是驗證檔案：驗證檔名以 WW_verify_ 開頭，以 .txt 結尾。</translation>
    </message>
    <message>
        <source>“%1” could not be read.</source>
        <translation>無法讀取「%1」。</translation>
    </message>
    <message>
        <source>Verification file</source>
        <translation>驗證檔案</translation>
    </message>
    <message>
        <source>Set by this program this month: %1. WeCom takes 20 a month of a company.</source>
        <translation>本月已透過本程式設定 %1 次。企業微信每月最多允許整個企業設定 20 次。</translation>
    </message>
    <message>
        <source>The verification file</source>
        <translation>驗證檔案</translation>
    </message>
    <message>
        <source>On your clipboard: the verification file&apos;s name, %1</source>
        <translation>剪貼簿中有驗證檔名：%1</translation>
    </message>
</context>
<context>
    <name>ui::TrustedIpPage</name>
    <message>
        <source>Address of your NocoBase server</source>
        <translation>NocoBase 伺服器的位址</translation>
    </message>
    <message>
        <source>Only your NocoBase server can tell whether WeCom lets it in. To ask from there, a custom request is created in NocoBase and removed again; the server&apos;s log then holds a token that works for at most two hours.</source>
        <translation>只有 NocoBase 伺服器才能知道企業微信是否允許它存取。為此要在 NocoBase 中建立一個自定義請求，用完即刪除；伺服器記錄檔中會留下一個最多兩小時有效的權杖。</translation>
    </message>
    <message>
        <source>On the app&apos;s page, under &lt;b&gt;Developer API&lt;/b&gt;, find &lt;b&gt;Company&apos;s Trusted IP&lt;/b&gt; and choose &lt;b&gt;Settings&lt;/b&gt;</source>
        <translation>在應用頁面的&lt;b&gt;開發者接口&lt;/b&gt;中找到&lt;b&gt;企業可信IP&lt;/b&gt;，點按&lt;b&gt;配置&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Add the address from which your NocoBase server reaches the internet</source>
        <translation>新增 NocoBase 伺服器存取網際網路時使用的位址</translation>
    </message>
    <message>
        <source>Choose &lt;b&gt;Confirm&lt;/b&gt;, then come back. It may take a minute to count.</source>
        <translation>點按&lt;b&gt;確定&lt;/b&gt;，然後回到這裡。可能需要一分鐘才會生效。</translation>
    </message>
    <message>
        <source>The exact address appears here as soon as WeCom was asked from the server. This computer&apos;s own address does not help.</source>
        <translation>從伺服器查詢企業微信之後，準確的位址會顯示在這裡。這台電腦自己的位址沒有用。</translation>
    </message>
    <message>
        <source>&amp;Ask through NocoBase</source>
        <translation>透過 NocoBase 查詢(&amp;A)</translation>
    </message>
    <message>
        <source>That is the address WeCom saw last time. Ask again to see whether it is still the same.</source>
        <translation>這是企業微信上次看到的位址。請重新詢問，看看是否還是它。</translation>
    </message>
    <message>
        <source>The address has changed: it was %1 before. If your server goes out through both, list both:</source>
        <translation>位址變了，以前是 %1。如果伺服器兩個位址都會用到，請都填上：</translation>
    </message>
    <message>
        <source>Both addresses</source>
        <translation>兩個位址</translation>
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
        <translation>停止嘗試</translation>
    </message>
    <message>
        <source>Try these</source>
        <translation>試試這些</translation>
    </message>
    <message>
        <source>Also tried without a phone</source>
        <translation>不用手機也能試的</translation>
    </message>
    <message>
        <source>Only NocoBase&apos;s part can be seen here: where it sends people. WeCom answers in its own client alone.</source>
        <translation>這裡只能看到 NocoBase 的部分：它把人轉到哪裡。企業微信只在自己的用戶端裡回應。</translation>
    </message>
    <message>
        <source>Nothing can be tried yet: Company ID, AgentId and an authenticator are needed first.</source>
        <translation>還不能嘗試：需要先有企業ID、AgentId 和認證器。</translation>
    </message>
</context>
<context>
    <name>ui::WelcomePage</name>
    <message>
        <source>The simulated servers could not start on this computer.</source>
        <translation>模擬伺服器無法在這台電腦啟動。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>&amp;Begin</source>
        <translation>開始(&amp;B)</translation>
    </message>
    <message>
        <source>Setups</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>New setup</source>
        <translation>新設定</translation>
    </message>
    <message>
        <source>Na&amp;me of the setup</source>
        <translation>設定名稱(&amp;M)</translation>
    </message>
    <message>
        <source>For you only, for example the name of the company</source>
        <translation>僅供您自己識別，例如公司名稱</translation>
    </message>
    <message>
        <source>Begin a new &amp;setup</source>
        <translation>新建設定(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Try the rehearsal</source>
        <translation>試一試演練(&amp;T)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>這台電腦</translation>
    </message>
    <message>
        <source>&amp;Watch the tour</source>
        <translation>觀看導覽(&amp;W)</translation>
    </message>
    <message>
        <source>From a colleague</source>
        <translation>來自同事</translation>
    </message>
    <message>
        <source>Import a hand-over file</source>
        <translation>匯入交接檔案</translation>
    </message>
    <message>
        <source>A hand-over file carries the settings of a setup without its secrets. It may also be dropped here.</source>
        <translation>交接檔案包含一項設定的內容，但不含任何金鑰。也可以把檔案拖到這裡。</translation>
    </message>
    <message>
        <source>&amp;Import a hand-over file…</source>
        <translation>匯入交接檔案…(&amp;I)</translation>
    </message>
    <message>
        <source>Rehearse first</source>
        <translation>先演練一遍</translation>
    </message>
    <message>
        <source>A simulated WeCom and NocoBase on this computer: go through every step and every fault, with no account and no network. Nothing real is touched.</source>
        <translation>在這台電腦上模擬企業微信和 NocoBase：不需要帳號和網路，可以走完每一步、練習每一種故障，不會觸及任何真實的系統。</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>繼續(&amp;C)</translation>
    </message>
</context>
<context>
    <name>ui::viewer::BrowserWidget</name>
    <message>
        <source>Back</source>
        <translation>後退</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>重新載入</translation>
    </message>
    <message>
        <source>Copy address without secrets</source>
        <translation>複製位址（不含金鑰）</translation>
    </message>
    <message>
        <source>Embedded browser</source>
        <translation>內建瀏覽器</translation>
    </message>
    <message>
        <source>Address; codes and tokens are hidden</source>
        <translation>位址（登入碼和權杖已隱藏）</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>頁面</translation>
    </message>
    <message>
        <source>The browser&apos;s sandbox is switched off on this computer (QTWEBENGINE_DISABLE_SANDBOX). Pages are less locked in than they should be.</source>
        <translation>這台電腦關閉了瀏覽器沙箱（QTWEBENGINE_DISABLE_SANDBOX），頁面沒有得到應有的隔離。</translation>
    </message>
    <message>
        <source>The page wanted to open a window of %1. That is not part of the login, so it was not opened.</source>
        <translation>頁面想開啟 %1 的視窗。它與登入無關，沒有開啟。</translation>
    </message>
    <message>
        <source>The link leads to %1. That is not part of the login, so it was not opened.</source>
        <translation>該連結指向 %1。它與登入無關，沒有開啟。</translation>
    </message>
    <message>
        <source>The page wanted to save a file. Nothing was saved.</source>
        <translation>頁面想儲存一個檔案。什麼都沒有儲存。</translation>
    </message>
    <message>
        <source>The page wanted to save the file %1. Nothing was saved.</source>
        <translation>頁面想儲存檔案 %1。什麼都沒有儲存。</translation>
    </message>
    <message>
        <source>The page says: %1</source>
        <translation>頁面提示：%1</translation>
    </message>
    <message>
        <source>The page asked: %1. The answer was No.</source>
        <translation>頁面詢問：%1。已回答「否」。</translation>
    </message>
    <message>
        <source>%1 asked for camera, microphone, place or the like. The answer was No.</source>
        <translation>%1 要求使用攝影機、麥克風、位置等。已回答「否」。</translation>
    </message>
    <message>
        <source>The page wanted to see files of this computer. The answer was No.</source>
        <translation>頁面想檢視這台電腦的檔案。已回答「否」。</translation>
    </message>
    <message>
        <source>%1 asked for a password of its own. None was given; a login by WeCom needs none.</source>
        <translation>%1 另外要求輸入密碼。沒有提供；用企業微信登入不需要密碼。</translation>
    </message>
    <message>
        <source>The page wanted to start another program (%1). It was not started.</source>
        <translation>頁面想啟動另一個程式（%1）。沒有啟動。</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Actual size (now %1 %)</source>
        <translation>實際大小（目前 %1 %）</translation>
    </message>
    <message>
        <source>What the page asked for</source>
        <translation>頁面要求的內容</translation>
    </message>
</context>
</TS>
